[#-- The runbooks, and how each was exercised last. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[@p.page "Runbooks" "runbooks"]
<h1>Runbooks</h1>
<div class="wide"><table class="stack" aria-label="Runbooks">
<thead><tr><th scope="col">runbook</th><th scope="col">last rehearsal</th><th scope="col">last drills</th><th scope="col">owner</th></tr></thead>
<tbody>
[#list runbooks as it]
<tr>
<th scope="row"><a href="/runbooks/[=it.runbook]">[=it.title?has_content?then(it.title, it.runbook)]</a> <span class="details">[=it.runbook]</span>
[#if it.errors gt 0]<span class="warn">cannot be run: [=it.errors] [=(it.errors == 1)?then("error", "errors")], blackstart lint [=it.runbook]</span>[/#if]
[#if it.overdue]<span class="warn">OVERDUE[#if it.every??]: to be exercised every [=it.every][/#if]</span>[/#if]</th>
<td data-name="last rehearsal">[#if it.rehearsal??]<a href="/runs/[=it.rehearsal.run]">[@p.ago it.rehearsal.opened/]</a> [@l.standing it.rehearsal/][#else]<span class="soft">never</span>[/#if]</td>
<td data-name="last drills">[#assign held = it.drills?filter(drill -> drill.ended??)][#list held as drill]<div>[=drill.drill]: <a href="/runs/[=drill.ended.run]">[@p.ago drill.ended.opened/]</a> [#if drill.passed][@p.sign "good"/]passed[#else][@p.sign "bad"/]NOT PASSED[/#if], [=drill.ended.standing?replace("_", " ")]</div>[/#list]
[#if it.drills?size == 0]<span class="soft">it has none</span>[#elseif held?size == 0]<span class="soft">never; it has [=it.drills?size]</span>[#elseif held?size lt it.drills?size]<span class="soft">[=it.drills?size - held?size] others never</span>[/#if]</td>
<td data-name="owner">[=it.owner!"-"]</td>
</tr>
[#else]
<tr><td colspan="4" class="soft">No runbook is within reach.</td></tr>
[/#list]
</tbody></table></div>
[/@p.page]
