Ce que nous suivrons ensemble

Bonjour ${name},

Voici, pour information, ce que nous suivons à partir du lancement. Un ou deux indicateurs par objectif, pas davantage ; chacun a son responsable et une réaction prévue.

<#list metrics as metric>
– ${metric.name} : cible ${metric.target}, responsable ${metric.owner}
  Hors cible : ${metric.offTarget}
</#list>

Le plan, action par action, dans votre agenda :
${calendar}

Si quelque chose vous semble faux, répondez simplement à ce message.

${sender}
${company}
