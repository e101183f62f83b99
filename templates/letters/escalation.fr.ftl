Sans réponse : « ${task} »<#if subject?has_content> pour ${subject}</#if>

Bonjour ${name},

La tâche « ${task} »<#if subject?has_content> pour ${subject}</#if> n’a pas reçu de réponse. Responsable : ${owner}.

Vous pouvez l’aider, ou prendre la tâche ici : ${tasklist}

Binôme
