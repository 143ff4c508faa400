[#-- The part of the start page that changes by itself. --]
[#import "lists.html.ftl" as l]
<title>[#if gates?size gt 0]([=gates?size]) [/#if]Decisions · Blackstart</title>
[@l.waiting/]
