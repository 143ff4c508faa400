[#-- What needs a decision now. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[@p.page (gates?size gt 0)?then("(" + gates?size + ") Decisions", "Decisions") "start"]
<h1>What needs a decision now</h1>
[@l.waiting/]
[/@p.page]
