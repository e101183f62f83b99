Contrat ${reference} : signature refusée

Bonjour ${name},

${signer} n’a pas signé le contrat ${reference} avec ${organisation}. Motif :

${reason}

La suite se décide avec vous : ${link}

Binôme
