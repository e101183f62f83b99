Contrat ${reference} : en vigueur

Bonjour ${name},

Le contrat ${reference} entre ${company} et ${organisation} est signé par les deux parties. Il est en vigueur du ${startsOn} au ${endsOn}. Le préavis doit être donné au plus tard le ${noticeBy}.

Vous trouverez le document ci-joint. Son empreinte (SHA-256) :
${sha256}

${company}
