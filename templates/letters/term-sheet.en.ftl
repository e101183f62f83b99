<#if reminder>Reminder: o<#else>O</#if>ur terms, revision ${revision}, for ${organisation}

Hello ${name},

These are the terms we propose, in plain words, before any contract.

What you bring
  ${theirContribution}

What you gain
  ${theirBenefit}

What we bring
  ${ourContribution}

What we gain
  ${ourBenefit}
<#if others?has_content>

What the others bring and gain
<#list others as other>
  ${other.name}
    + ${other.contribution}
    – ${other.benefit}
</#list>
</#if>

Form: <#switch kind><#case "handshake">handshake note<#break><#case "mou">memorandum of understanding<#break><#case "reseller">resale<#break><#case "referral">referral<#break><#default>marketing</#switch>
Territory: ${territory}
Products: ${products}
Sectors: ${sectors}
Value: ${value}
Duration: ${durationMonths} months, ${noticeDays} days of notice
Launch: ${launchOn}
<#if commission?has_content>
Commission: ${commission}
</#if>
<#if exclusive>
Exclusivity: yes
</#if>
<#if theirBrandConditions?has_content>

Your conditions for your brand
  ${theirBrandConditions}
</#if>
<#if ourBrandConditions?has_content>

Our conditions for our brand
  ${ourBrandConditions}
</#if>
<#if theirNeverShared?has_content>

What you never share
  ${theirNeverShared}
</#if>
<#if ourNeverShared?has_content>

What we never share
  ${ourNeverShared}
</#if>
<#if objectives?has_content>

Common objectives
<#list objectives as objective>
  – ${objective}
</#list>
</#if>

You can accept exactly this revision, ask for changes or decline:

${url}

The link is yours alone and works once. Nothing is decided without an answer.

${sender}
${company}
