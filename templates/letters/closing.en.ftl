Thank you, and another time perhaps

Hello ${contact},

<#if ended>Our partnership comes to its end. Thank you for the way we went together: what we learned with you stays.<#else>We had imagined a partnership with ${partner}. It will not come about for now, and that is quite all right: not every partnership is made for everyone.</#if>

There is nothing for you to do. Should an idea come to you one day, our door stays open.

With our thanks,

${sender}
${company}
