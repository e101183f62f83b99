Contrat ${reference} : votre code

Bonjour ${name},

Voici le code qui ouvre le contrat ${reference} sur la page de signature :

${code}

Il est valable ${minutes} minutes et ne sert qu’une fois. Ne le donnez à personne, pas même à nous. Si vous ne l’avez pas demandé, ignorez ce message et prévenez-nous.

${company}
