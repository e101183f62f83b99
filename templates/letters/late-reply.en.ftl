${partner} answered afterwards: ${outcome}

Hello ${name},

${partner} answered by the link in our message when an outcome had been noted already: ${outcome}.
<#if note?has_content>

“${note}”
</#if>

The process has not changed its way. It is for you to see whether to get in touch: ${link}

Binôme
