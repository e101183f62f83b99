Contract ${reference}: say it in your own words

Dear ${name},

The contract ${reference} between ${company} and ${organisation} has been read and approved on our side. Before anybody signs, each of us says in their own words what they read in it: the objective, what each side must do, the dates, how it ends. It is the best way to see whether we understood the same.

Read it and restate it here, in a sentence per topic:

${link}

This link is yours alone and works once. It binds you to nothing: the signature comes later.

${company}
