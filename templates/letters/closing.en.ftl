Thank you, and another time perhaps

Hello ${contact},

<#if ended>Our partnership comes to its end<#if endsOn??> on ${endsOn}</#if>. Thank you for the way we went together: what we learned with you stays.<#elseif standing == "CUSTOMER">We had imagined a partnership with ${partner}. Looking closely, you are a customer to us, and that suits us very well: we go on like that, with the same care.<#elseif standing == "SUPPLIER">We had imagined a partnership with ${partner}. Looking closely, you are a supplier to us, and that suits us very well: we go on like that, with the same esteem.<#else>We had imagined a partnership with ${partner}. It will not come about for now, and that is quite all right: not every partnership is made for everyone.</#if>
<#if farewell?has_content>

${farewell}
</#if>

There is nothing for you to do. Should an idea come to you one day, our door stays open.

With our thanks,

${sender}
${company}
