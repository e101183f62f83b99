Contrat ${reference} : est-ce bien ce que nous entendons ?

Bonjour ${name},

En comparant ce que chacun a lu dans le contrat ${reference}, nous avons trouvé une différence. Voici ce que nous entendons désormais, après en avoir parlé :

« ${understanding} »

Dites-nous si vous l’entendez ainsi, ou ce que vous entendez à la place :

${link}

Ce lien est personnel et ne sert qu’une fois.

${company}
