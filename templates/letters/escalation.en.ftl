No answer yet: "${task}"<#if subject?has_content> for ${subject}</#if>

Hello ${name},

The task "${task}"<#if subject?has_content> for ${subject}</#if> has had no answer. Owner: ${owner}.

You can help, or take the task here: ${tasklist}

Binôme
