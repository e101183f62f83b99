Contract ${reference}: in force

Dear ${name},

The contract ${reference} between ${company} and ${organisation} is signed by both parties. It is in force from ${startsOn} to ${endsOn}. Notice has to be given by ${noticeBy}.

The document is attached. Its fingerprint (SHA-256):
${sha256}

${company}
