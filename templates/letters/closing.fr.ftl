Merci, et à une autre fois peut-être

Bonjour ${contact},

<#if ended>Notre partenariat s’achève<#if endsOn??> le ${endsOn}</#if>. Merci pour le chemin parcouru ensemble : ce que nous avons appris avec vous reste.<#elseif standing == "CUSTOMER">Nous avions imaginé un partenariat avec ${partner}. En y regardant de près, vous êtes pour nous un client, et cela nous convient très bien : nous continuons ainsi, avec le même soin.<#elseif standing == "SUPPLIER">Nous avions imaginé un partenariat avec ${partner}. En y regardant de près, vous êtes pour nous un fournisseur, et cela nous convient très bien : nous continuons ainsi, avec la même estime.<#else>Nous avions imaginé un partenariat avec ${partner}. Il ne se fera pas pour l’instant, et c’est très bien ainsi : tout le monde n’est pas fait pour tous les partenariats.</#if>
<#if farewell?has_content>

${farewell}
</#if>

Vous n’avez rien à faire. Si un jour une idée vous vient, notre porte reste ouverte.

Avec nos remerciements,

${sender}
${company}
