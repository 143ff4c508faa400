[#-- What needs a decision now. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[#assign asked = gates?size + offers?size]
[@p.page (asked gt 0)?then("(" + asked + ") Decisions", "Decisions") "start"]
<h1>What needs a decision now</h1>
[@l.waiting/]
[/@p.page]
