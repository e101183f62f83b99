<#if reminder>Rappel : n<#else>N</#if>os conditions, révision ${revision}, pour ${organisation}

Bonjour ${name},

Voici les conditions que nous proposons, en clair, avant tout contrat.

Ce que vous apportez
  ${theirContribution}

Ce que vous y gagnez
  ${theirBenefit}

Ce que nous apportons
  ${ourContribution}

Ce que nous y gagnons
  ${ourBenefit}

Forme : <#if kind == "reseller">revente<#else>marketing</#if>
Territoire : ${territory}
Produits : ${products}
Secteurs : ${sectors}
Valeur : ${value}
Durée : ${durationMonths} mois, préavis de ${noticeDays} jours
Lancement : ${launchOn}
<#if objectives?has_content>

Objectifs communs
<#list objectives as objective>
  – ${objective}
</#list>
</#if>

Vous pouvez accepter exactement cette révision, demander des changements ou refuser :

${url}

Ce lien vous est personnel et sert une seule fois. Sans réponse, rien n’est décidé.

${sender}
${company}
