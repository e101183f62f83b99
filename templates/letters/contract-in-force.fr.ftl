Contrat ${reference} : en vigueur

Bonjour ${name},

Le contrat ${reference} entre ${company} et ${organisation} est signé par toutes les parties et scellé. Il est en vigueur du ${startsOn} au ${endsOn}. Le préavis doit être donné au plus tard le ${noticeBy}.

Vous trouverez le document scellé ci-joint, avec le dossier de preuve des signatures. Son empreinte (SHA-256) :
${sha256}

Il reste disponible ici :

${link}

${company}
