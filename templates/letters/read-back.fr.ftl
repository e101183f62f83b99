Contrat ${reference} : redites-le avec vos mots

Bonjour ${name},

Le contrat ${reference} entre ${company} et ${organisation} est relu et approuvé de notre côté. Avant de signer, chacun redit avec ses propres mots ce qu’il y lit : l’objectif, les obligations de chacun, les dates, la sortie. C’est le meilleur moyen de voir si nous avons compris la même chose.

Lisez-le et redites-le ici, en une phrase par sujet :

${link}

Ce lien est personnel et ne sert qu’une fois. Il n’engage à rien : la signature vient ensuite.

${company}
