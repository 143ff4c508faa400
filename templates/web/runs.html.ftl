[#-- The runs, newest first. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[#macro pick name all]
<label>[=name] <select name="[=name]"><option value="">any</option>
[#list all as it]<option value="[=it]"[#if filters[name] == it] selected[/#if]>[=it?replace("_", " ")]</option>[/#list]
</select></label>
[/#macro]
[@p.page "Runs" "runs"]
<h1>Runs</h1>
<form method="get" action="/runs" class="filters" role="search">
<label>runbook <input name="runbook" value="[=filters.runbook]" autocomplete="off"></label>
[@pick "mode" modes/]
[@pick "verdict" verdicts/]
<label>host <input name="host" value="[=filters.host]" autocomplete="off"></label>
<label>by <input name="by" value="[=filters.by]" autocomplete="off"></label>
<label class="tick"><input type="checkbox" name="open" value="yes"[#if open] checked[/#if]> open only</label>
<button>Show</button>
</form>
[@l.runs runs "No run fits."/]
[#list unreadable as line]<p class="warn">[=line]</p>[/#list]
<nav class="more-links" aria-label="Pages">
[#if later]<a href="/runs">Newest</a>[/#if]
[#if older??]<a href="[=older]" rel="next">Older</a>[/#if]
</nav>
[/@p.page]
