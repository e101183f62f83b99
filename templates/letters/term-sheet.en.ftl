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

Form: <#if kind == "reseller">resale<#else>marketing</#if>
Territory: ${territory}
Products: ${products}
Sectors: ${sectors}
Value: ${value}
Duration: ${durationMonths} months, ${noticeDays} days of notice
Launch: ${launchOn}
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
