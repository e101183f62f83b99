Retenu ${times} fois : « ${gate} » pour ${subject}

Bonjour ${name},

Le contrôle « ${gate} » retient ${subject} pour la ${times}e fois de suite. Responsable : ${owner}.

Ce qui manque :
<#list findings as finding>
- ${finding.text} (${finding.rule})
  ${finding.remedy}
</#list>

Parlez-en ensemble. Si la règle ne convient pas à ce cas, une personne de la direction qui n’en est pas responsable peut accorder une dérogation, avec une raison :
${link}

Binôme
