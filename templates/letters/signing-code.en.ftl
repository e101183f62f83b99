Contract ${reference}: your code

Dear ${name},

This code opens contract ${reference} on the signing page:

${code}

It is valid for ${minutes} minutes and works once. Give it to nobody, not even to us. If you did not ask for it, ignore this message and let us know.

${company}
