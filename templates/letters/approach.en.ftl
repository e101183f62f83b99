An idea for ${partner}, to read whenever it suits you

Hello ${contact},

I realise that this message may seem surprising, <#if met>even though our paths have crossed<#else>above all from somebody you do not know</#if>.

I am ${sender}, and I look after partnerships at ${company}.<#if activity?has_content> We ${activity}.</#if>
I heard of you through ${source}.

${whyThem}

The idea: ${idea}

What you might gain: ${theirBenefit}

If you are open to a discussion, you can reach me on ${phone}, ${hours}, or answer with one click: ${link}

The same page lets you say no, not now, or that you would rather not hear from us again. The choice is entirely yours, and I will not write a second time to press you.

Kind regards,

${sender}
${company}<#if senderMail?has_content>
${senderMail}</#if>
