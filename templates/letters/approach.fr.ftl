Une idée pour ${partner}, à lire quand vous voudrez

Bonjour ${contact},

Je réalise que ce message peut vous paraître étonnant, <#if met>même si nous nous sommes déjà croisés<#else>surtout de la part de quelqu’un que vous ne connaissez pas</#if>.

Je suis ${sender}, et je m’occupe des partenariats de ${company}.<#if activity?has_content> Nous ${activity}.</#if>
J’ai entendu parler de vous par ${source}.

${whyThem}

L’idée : ${idea}

Ce que vous pourriez y gagner : ${theirBenefit}

Si vous êtes ouvert à la discussion, vous pouvez me joindre au ${phone}, ${hours}, ou me répondre d’un clic : ${link}

La même page permet de dire non, pas maintenant, ou de ne plus recevoir de message de notre part. Le choix vous appartient entièrement, et je ne vous écrirai pas une seconde fois pour insister.

Bien à vous,

${sender}
${company}<#if senderMail?has_content>
${senderMail}</#if>
