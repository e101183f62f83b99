Contrat ${reference} : à signer

Bonjour ${name},

Le contrat ${reference} entre ${company} et ${organisation} est prêt. Il reprend ce que nous avons convenu, rien d’autre.

Lisez-le et signez-le ici, ou dites-nous pourquoi vous ne le signez pas :

${link}

Ce lien est personnel et ne sert qu’une fois ; la page vous demandera d’abord un code qu’elle enverra à cette adresse. Le document que vous signez porte cette empreinte (SHA-256) :
${sha256}

${company}
