Contract ${reference}: signature declined

Dear ${name},

${signer} did not sign the contract ${reference} with ${organisation}. Reason:

${reason}

What happens next is yours to decide: ${link}

Binôme
