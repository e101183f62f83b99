Override given: “${gate}” for ${subject}

Hello ${name},

${by} overrides the gate “${gate}” for ${subject}.

Reason: ${reason}

What is accepted:
<#list findings as finding>
- ${finding.text} (${finding.rule})
</#list>

The override takes effect when you complete the task that waits. It counts once, and for these findings only.
${link}

Binôme
