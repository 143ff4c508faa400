[#-- One runbook: how it was exercised last, what it does, and the form that starts it. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[#import "fields.html.ftl" as f]
[#macro mode word says]
<label class="tick"><input type="radio" name="mode" value="[=word]" required[#if chosen == word] checked[/#if]> <span><b>[=word]</b> <span class="soft">[=says]</span></span></label>
[/#macro]
[@p.page title?has_content?then(title, runbook) "runbooks"]
<p class="kicker">[=runbook][#if owner??] · [=owner][/#if][#if every??] · to be exercised every [=every][/#if]</p>
<h1>[=title?has_content?then(title, runbook)]</h1>
[#if overdue]<p class="warn">OVERDUE: it was not exercised in time.</p>[/#if]
[#if problems?has_content]
<details class="box"[#if errors gt 0] open[/#if]><summary>[#if errors gt 0]<b class="warn">It cannot be run:</b> [/#if][=problems?size] [=(problems?size == 1)?then("problem", "problems")] in it</summary>
<ul>[#list problems as it]<li class="mono">[=it]</li>[/#list]</ul>
</details>
[/#if]

<h2>How it was exercised</h2>
<div class="wide"><table class="stack" aria-label="How it was exercised">
<thead><tr><th scope="col">exercise</th><th scope="col">last</th><th scope="col">how it ended</th></tr></thead>
<tbody>
<tr><th scope="row">rehearsal</th>
[#if rehearsal??]<td data-name="last"><a href="/runs/[=rehearsal.run]">[@p.ago rehearsal.opened/]</a></td><td data-name="ended">[@l.standing rehearsal/]</td>[#else]<td data-name="last" class="soft">never</td><td data-name="ended" class="soft">-</td>[/#if]</tr>
[#list drills as it]
<tr><th scope="row">drill [=it.drill] <span class="details">[=it.title]</span></th>
[#if it.ended??]<td data-name="last"><a href="/runs/[=it.ended.run]">[@p.ago it.ended.opened/]</a></td><td data-name="ended">[#if it.passed][@p.sign "good"/]passed[#else][@p.sign "bad"/]NOT PASSED[/#if], [=it.ended.standing?replace("_", " ")]</td>[#else]<td data-name="last" class="soft">never</td><td data-name="ended" class="soft">-</td>[/#if]</tr>
[#else]
<tr><th scope="row" class="soft">drill</th><td data-name="last" class="soft">it has none</td><td data-name="ended" class="soft">-</td></tr>
[/#list]
</tbody></table></div>

[#if may_start && errors == 0]
<h2 id="start">Start it</h2>
<form method="post" action="/runbooks/[=runbook]/runs" class="start" autocomplete="off">
[@p.forms/]
<input type="hidden" name="order" value="[=order]">
<fieldset>
<legend>How</legend>
[@mode "diagnosis" "checks only: looks, and changes nothing"/]
[@mode "rehearsal" "checks are real; actions are shown and not sent"/]
[#if drills?has_content]
[@mode "drill" "in a made world; no real host is touched"/]
<div class="only-drill">
<label for="drill">Which drill</label>
<select id="drill" name="drill">[#list drills as it]<option value="[=it.drill]">[=it.drill]: [=it.title]</option>[/#list]</select>
<label class="tick"><input type="checkbox" name="scripted" value="yes"> the drill file's own operator answers the gates</label>
<p class="small soft">The drill file fills in what its world needs; fill in below only what shall differ, and secrets.</p>
</div>
[/#if]
[@mode "live" "on the real hosts; each action waits at its gate"/]
</fieldset>
[#if parameters?has_content]
<fieldset>
<legend>With</legend>
[@f.fields parameters/]
</fieldset>
[/#if]
<p class="small soft">You are asked at each gate; nothing that acts is sent before. Pressing the button twice starts one run.</p>
<button class="main">Start</button>
</form>
[/#if]

[#if contents??]
<h2>What it does</h2>
[#if contents.hypotheses?has_content]
<dl class="sides">[#list contents.hypotheses as it]<div class="broad-term"><dt><code>[=it.name]</code></dt><dd>[=it.says]</dd></div>[/#list]</dl>
[/#if]
<ol class="steps">[#list contents.steps as it]<li><span class="tag[#if it.kind == "action" || it.kind == "snapshot"] full[/#if]">[=it.kind]</span> [#if it.title?has_content][=it.title] [/#if]<code class="soft">[=it.id]</code></li>[/#list]</ol>
<p class="more-links"><a href="/runbooks/[=runbook]/sheet">The whole of it, to follow by hand (HTML)</a></p>
[/#if]

<h2>Its newest runs</h2>
[@l.runs runs "It was never run."/]
<p class="more-links"><a href="/runs?runbook=[=runbook]">All its runs</a></p>
[/@p.page]
