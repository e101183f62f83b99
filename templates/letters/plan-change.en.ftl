<#if reminder>Reminder: a<#else>A</#if> change of the plan waits for your agreement

Hello ${name},

We agreed on a plan and we keep to it. For one action, we still ask you to leave it together:

${action}
<#list becomes as line>
– ${line}
</#list>
– Launch: ${launch}

What would happen without this change:
${necessity}

What else it moves:
${impact}

Tell us whether you agree. Without your agreement, the plan stays as it is:

${url}

This link is yours alone and works once.

${sender}
${company}
