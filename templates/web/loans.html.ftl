[#-- Emergency changes that are to be taken back. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[@p.page "Loans" "loans"]
<h1>Loans</h1>
<p class="soft">Emergency changes that are to be taken back; what is due first stands first. <code>blackstart loans repay RUN</code> looks, asks and takes one back.</p>
[#if loans?has_content][@l.owed loans/][#else]<p class="calm">No loan is open.</p>[/#if]
[/@p.page]
