[#-- Emergency changes that are to be taken back. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[@p.page "Loans" "loans"]
<h1>Loans</h1>
<p class="soft">Emergency changes that are to be taken back; what is due first stands first. Taking one back looks first and asks at a gate; what somebody else has changed meanwhile is left alone.</p>
[#if loans?has_content][@l.owed loans/][#else]<p class="calm">No loan is open.</p>[/#if]
[/@p.page]
