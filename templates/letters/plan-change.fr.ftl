<#if reminder>Rappel : un<#else>Un</#if> changement du plan attend votre accord

Bonjour ${name},

Nous sommes convenus d’un plan et nous nous y tenons. Pour une action, nous vous demandons pourtant de nous en écarter ensemble :

${action}
<#list becomes as line>
– ${line}
</#list>
– Lancement : ${launch}

Ce qui arriverait sans ce changement :
${necessity}

Ce qu’il déplace d’autre :
${impact}

Dites-nous si vous êtes d’accord. Sans votre accord, le plan reste comme il est :

${url}

Ce lien est personnel et ne sert qu’une fois.

${sender}
${company}
