[#-- Lists of gates, runs and loans. --]
[#import "page.html.ftl" as p]
[#macro waiting]
<div id="waiting" hx-get="/waiting" hx-trigger="every 3s" hx-swap="outerHTML">
[#list offers as run]
<article class="ask mine">
<h2><a href="/runs/[=run.run]#controls">The gates of this run are offered to you: [=run.title]</a></h2>
<p class="facts"><span>[=run.runbook] · [=run.mode]</span> <span>[=run.answers_gates!"nobody"] answers them until you accept</span></p>
</article>
[/#list]
[#list gates as gate]
<article class="ask[#if gate.mine] mine[/#if]">
<h2><a href="/runs/[=gate.run]#gate">[=gate.headline]</a></h2>
<p class="facts">
[#if gate.risk??][@p.risk gate.risk/] [/#if]
<span>[=gate.runbook] · [=gate.mode] · gate [=gate.gate]</span>
<span>asked [@p.ago gate.opened/]</span>
<span>[@p.left gate.expires/]</span>
<span>[#if gate.mine]<b>yours to answer</b>[#elseif gate.holder??][=gate.holder] answers it[/#if][#if gate.people gt 1], [=gate.people] people must agree[#if gate.agreed?has_content] ([=gate.agreed?join(", ")] did)[/#if][/#if]</span>
[#if !gate.carried]<span class="warn">no process carries the run out</span>[/#if]
</p>
</article>
[#else]
[#if !offers?has_content]<p class="calm">Nothing waits for a person.</p>[/#if]
[/#list]
<section aria-labelledby="going">
<h2 id="going">Runs that are open</h2>
[@runs open_runs "No run is open."/]
</section>
[#if reviews?has_content]
<section aria-labelledby="glass"><h2 id="glass">Done in spite of a freeze, to be reviewed</h2>
[#list reviews as it]
<article class="ask">
<h3><a href="/runs/[=it.run]#reviews">[=it.headline]</a></h3>
<p class="facts"><b class="warn">BREAK GLASS</b> [#if it.risk??][@p.risk it.risk/] [/#if]<span>[=it.runbook] · gate [=it.gate]</span> <span>by [=it.by]</span> <span>[@p.ago it.at/]</span></p>
<p>[=it.reason]</p>
</article>
[/#list]
</section>
[/#if]
[#if loans?has_content]
<section aria-labelledby="owed"><h2 id="owed">Loans</h2>
[@owed loans/]
</section>
[/#if]
</div>
[/#macro]

[#macro runs rows none]
[#if rows?has_content]
<div class="wide"><table class="stack" aria-label="Runs">
<thead><tr><th scope="col">run</th><th scope="col">standing</th><th scope="col">mode</th><th scope="col">opened</th><th scope="col">by</th></tr></thead>
<tbody>
[#list rows as run]
<tr>
<th scope="row"><a href="/runs/[=run.run]">[=run.title]</a> <span class="soft small">[=run.runbook] <span class="mono">[=run.run?substring(20)]</span></span></th>
<td data-name="standing">[@standing run/]</td>
<td data-name="mode">[=run.mode][#if run.drill??] <span class="soft">[=run.drill]</span>[/#if]</td>
<td data-name="opened">[@p.ago run.opened/]</td>
<td data-name="by">[=run.by]</td>
</tr>
[/#list]
</tbody></table></div>
[#else]
<p class="calm">[=none]</p>
[/#if]
[/#macro]

[#macro standing run]
[#if !run.verdict??]<span class="sign" aria-hidden="true">▶</span> [=run.standing][#elseif run.verdict?starts_with("recovered") || run.verdict == "not_needed" || run.verdict == "diagnosed"][@p.sign "good"/][=run.standing?replace("_", " ")][#elseif run.verdict == "still_broken"][@p.sign "bad"/][=run.standing?replace("_", " ")][#elseif run.verdict == "stopped"][@p.sign "held"/][=run.standing?replace("_", " ")][#else][@p.sign "open"/][=run.standing?replace("_", " ")][/#if]
[#if run.unknown] <span class="warn">outcome unknown</span>[/#if]
[/#macro]

[#macro owed rows]
<div class="wide"><table class="stack" aria-label="Loans">
<thead><tr><th scope="col">what</th><th scope="col">host</th><th scope="col">due</th><th scope="col">taken</th><th scope="col">run</th></tr></thead>
<tbody>
[#list rows as loan]
<tr>
<th scope="row">[=loan.what]<span class="details">taken back with <code>[=loan.repay]</code></span></th>
<td data-name="host">[=loan.host]</td>
<td data-name="due">[#if loan.overdue]<b>OVERDUE</b> [/#if][@p.left loan.due/]</td>
<td data-name="taken">[@p.ago loan.taken/]</td>
<td data-name="run">[#if loan.run??]<a href="/runs/[=loan.run]">[=loan.runbook!loan.run]</a> [/#if]<code>[=loan.step]</code>[#if loan.run?? && me.run] <a href="/runs/[=loan.run]#repay">take it back</a>[/#if]</td>
</tr>
[/#list]
</tbody></table></div>
[/#macro]
