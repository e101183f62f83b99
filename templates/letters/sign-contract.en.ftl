Contract ${reference}: for your signature

Dear ${name},

The contract ${reference} between ${company} and ${organisation} is ready. It holds what we agreed, nothing else.

Read and sign it here, or tell us why you don’t sign it:

${link}

This link is yours alone and works once; the page first asks for a code that it sends to this address. The document you sign has this fingerprint (SHA-256):
${sha256}

${company}
