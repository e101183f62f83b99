Rappel : « ${task} »<#if subject?has_content> pour ${subject}</#if>

Bonjour ${name},

La tâche « ${task} »<#if subject?has_content> pour ${subject}</#if> vous attend depuis quelques jours.

Elle se trouve ici : ${tasklist}

Rien n’est jamais décidé par le silence : sans réponse, la tâche reste ouverte et le niveau de gouvernance au-dessus en sera informé.

Binôme
