<#if reminder>Reminder: y<#else>Y</#if>our view of our partnership, in four scores

Hello ${name},

Before we set objectives, we would like to know whether both sides are ready. Four pillars carry a partnership: the same desire, a common project, a good balance, the contract.

Give each a score from 1 to 5 without knowing ours; we do the same. The lowest score counts, never the average. Two minutes are enough:

${url}

<#if (round > 1)>This is our round no. ${round}: we have heard what was missing in the one before.

</#if>
The link is yours alone and works once. Nothing is decided without an answer.

${sender}
${company}
