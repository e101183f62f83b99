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
<#if others?has_content>

Ce que les autres apportent et gagnent
<#list others as other>
  ${other.name}
    + ${other.contribution}
    – ${other.benefit}
</#list>
</#if>

Forme : <#switch kind><#case "handshake">note de poignée de main<#break><#case "mou">protocole d’accord<#break><#case "reseller">revente<#break><#case "referral">apport d’affaires<#break><#default>marketing</#switch>
Territoire : ${territory}
Produits : ${products}
Secteurs : ${sectors}
Valeur : ${value}
Durée : ${durationMonths} mois, préavis de ${noticeDays} jours
Lancement : ${launchOn}
<#if commission?has_content>
Commission : ${commission}
</#if>
<#if exclusive>
Exclusivité : oui
</#if>
<#if theirBrandConditions?has_content>

Vos conditions pour votre marque
  ${theirBrandConditions}
</#if>
<#if ourBrandConditions?has_content>

Nos conditions pour notre marque
  ${ourBrandConditions}
</#if>
<#if theirNeverShared?has_content>

Ce que vous ne partagez jamais
  ${theirNeverShared}
</#if>
<#if ourNeverShared?has_content>

Ce que nous ne partageons jamais
  ${ourNeverShared}
</#if>
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
