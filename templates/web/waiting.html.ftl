[#-- The part of the start page that changes by itself. --]
[#import "lists.html.ftl" as l]
[#assign asked = gates?size + offers?size]
<title>[#if asked gt 0]([=asked]) [/#if]Decisions · Blackstart</title>
[@l.waiting/]
