[#-- What the checks of a run found. --]
[#import "page.html.ftl" as p]
[@p.page "Evidence" "runs"]
<p><a href="/runs/[=run]">Back to the run</a></p>
<h1>Every finding of every host</h1>
<div class="wide"><table class="stack" aria-label="Findings"><thead><tr><th scope="col">finding</th><th scope="col">host</th><th scope="col">value</th><th scope="col">age</th><th scope="col">how</th></tr></thead><tbody>
[#list evidence as it]
<tr><th scope="row"><code>[=it.finding]</code></th><td data-name="host">[=it.host]</td><td data-name="value" class="lines">[@p.long it.value/]</td><td data-name="age">[@p.ago it.at/]</td><td data-name="how">[=it.how]</td></tr>
[#else]
<tr><td colspan="5" class="soft">Nothing is known yet.</td></tr>
[/#list]
</tbody></table></div>
[/@p.page]
