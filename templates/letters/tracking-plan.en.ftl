What we will follow together

Hello ${name},

This is, for your information, what we follow from the launch on. One or two metrics per objective and no more; each has an owner and a reaction planned.

<#list metrics as metric>
– ${metric.name}: target ${metric.target}, owner ${metric.owner}
  Off target: ${metric.offTarget}
</#list>

The plan, action by action, in your calendar:
${calendar}

If anything looks wrong to you, simply answer this mail.

${sender}
${company}
