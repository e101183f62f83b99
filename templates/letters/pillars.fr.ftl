<#if reminder>Rappel : v<#else>V</#if>otre regard sur notre partenariat, en quatre notes

Bonjour ${name},

Avant de fixer des objectifs, nous aimerions savoir si nous sommes prêts, des deux côtés. Quatre piliers portent un partenariat : la même envie, un projet commun, un bon équilibre, le contrat.

Donnez à chacun une note de 1 à 5, sans connaître les nôtres ; de notre côté nous faisons de même. C’est la note la plus basse qui compte, jamais la moyenne. Deux minutes suffisent :

${url}

<#if (round > 1)>C’est notre tour n° ${round} : nous avons entendu ce qui manquait au précédent.

</#if>
Ce lien vous est personnel et sert une seule fois. Sans réponse, rien n’est décidé.

${sender}
${company}
