Reminder: "${task}"<#if subject?has_content> for ${subject}</#if>

Hello ${name},

The task "${task}"<#if subject?has_content> for ${subject}</#if> has been waiting for you for a few days.

You find it here: ${tasklist}

Nothing is ever decided by silence: without an answer the task stays open, and the level of governance above will be told.

Binôme
