Held ${times} times: “${gate}” for ${subject}

Hello ${name},

The gate “${gate}” has held ${subject} ${times} times in a row. Owner: ${owner}.

What is missing:
<#list findings as finding>
- ${finding.text} (${finding.rule})
  ${finding.remedy}
</#list>

Talk it over together. If the rule doesn’t fit this case, a sponsor who doesn’t own it can override it, with a reason:
${link}

Binôme
