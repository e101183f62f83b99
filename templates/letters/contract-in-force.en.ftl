Contract ${reference}: in force

Dear ${name},

The contract ${reference} between ${company} and ${organisation} is signed by all parties and sealed. It is in force from ${startsOn} to ${endsOn}. Notice has to be given by ${noticeBy}.

The sealed document is attached, with the evidence of the signatures. Its fingerprint (SHA-256):
${sha256}

It stays available here:

${link}

${company}
