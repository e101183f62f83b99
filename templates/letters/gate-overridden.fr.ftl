Dérogation accordée : « ${gate} » pour ${subject}

Bonjour ${name},

${by} accorde une dérogation au contrôle « ${gate} » pour ${subject}.

Raison : ${reason}

Ce qui est accepté :
<#list findings as finding>
- ${finding.text} (${finding.rule})
</#list>

La dérogation prend effet quand vous terminez la tâche qui attend. Elle vaut une fois, et pour ces constats seulement.
${link}

Binôme
