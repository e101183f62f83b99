Contract ${reference}: is this what we both understand?

Dear ${name},

Comparing what each of us read in the contract ${reference}, we found a difference. This is what we now understand, after talking it over:

“${understanding}”

Tell us whether you understand it so, or what you understand instead:

${link}

This link is yours alone and works once.

${company}
