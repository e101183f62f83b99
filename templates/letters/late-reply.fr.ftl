${partner} a répondu après coup : ${outcome}

Bonjour ${name},

${partner} a répondu par le lien de notre message alors qu’une suite était déjà notée : ${outcome}.
<#if note?has_content>

« ${note} »
</#if>

Le processus n’a pas changé de chemin. À vous de voir s’il faut reprendre contact : ${link}

Binôme
