Merci, et à une autre fois peut-être

Bonjour ${contact},

<#if ended>Notre partenariat s’achève. Merci pour le chemin parcouru ensemble : ce que nous avons appris avec vous reste.<#else>Nous avions imaginé un partenariat avec ${partner}. Il ne se fera pas pour l’instant, et c’est très bien ainsi : tout le monde n’est pas fait pour tous les partenariats.</#if>

Vous n’avez rien à faire. Si un jour une idée vous vient, notre porte reste ouverte.

Avec nos remerciements,

${sender}
${company}
