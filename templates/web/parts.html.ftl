[#-- The parts of a run's page. --]
[#import "page.html.ftl" as p]
[#import "lists.html.ftl" as l]
[#import "asked.html.ftl" as a]
[#import "fields.html.ftl" as f]

[#macro show_head again]
<header id="head" class="verdict"[#if again] hx-swap-oob="true"[/#if] data-says="[=headline]">
<p class="kicker"><a href="/runbooks/[=runbook]">[=runbook]</a> · [#if mode == "drill"]<span class="tag full">DRILL</span>[#else][=mode][/#if][#if drill??] · [=drill][/#if]</p>
<h1>[=headline]</h1>
<p>[=title]</p>
[#if controls.reviews?has_content]<p><b class="warn">TO BE REVIEWED:</b> <a href="#reviews">it was done in spite of a freeze</a></p>[/#if]
<dl class="facts">
<div><dt>run</dt><dd class="mono">[=run]</dd></div>
<div><dt>opened</dt><dd>[=p.moment(opened)], [@p.ago opened/]</dd></div>
<div><dt>by</dt><dd>[=by]</dd></div>
[#if closed]<div><dt>took</dt><dd>[=took.shown]</dd></div>[/#if]
[#if parameters?size lte 6][@values/][/#if]
</dl>
[#if parameters?size gt 6]<details id="head-parameters"><summary class="small">[=parameters?size] parameters</summary><dl class="facts">[@values/]</dl></details>[/#if]
</header>
[/#macro]

[#macro values][#list parameters as it]<div><dt>[=it.name]</dt><dd class="mono">[=it.value]</dd></div>[/#list][/#macro]

[#macro show_gate again]
<section id="gate"[#if again] hx-swap-oob="true"[/#if] aria-label="Gate"[#if !gate??] hidden[/#if]>[#if gate??][@a.asked run gate/][/#if]</section>
[/#macro]

[#macro show_live]
<div id="live" hx-get="/runs/[=run]/live?seen=[=seen]&amp;gate=[=gate_key]&amp;controls=[=controls_key]" hx-trigger="every [=closed?then("15s", "1s")]" hx-swap="outerHTML">
[#if underway?has_content]
<section aria-labelledby="h-now"><h2 id="h-now">Now</h2>
<pre class="now">[#list underway as line][=line]
[/#list]</pre>
</section>
[/#if]
[#if wrong?has_content || closed]
<section aria-labelledby="h-wrong"><h2 id="h-wrong">What was wrong, what was done</h2>
<ul>[#list wrong as it]<li>[=it]</li>[#else]<li class="soft">Nothing was confirmed.</li>[/#list]</ul>
<ul>[#list done as it]<li class="lines">[=it]</li>[#else]<li class="soft">Nothing was changed.</li>[/#list]</ul>
</section>
[/#if]
[#if weighed?has_content]
<section aria-labelledby="h-hypotheses"><h2 id="h-hypotheses">Hypotheses</h2>
[@show_hypotheses/]
</section>
[/#if]
<section aria-labelledby="h-matrix"><h2 id="h-matrix">Hosts and steps</h2>
[@show_hosts/]
</section>
<section aria-labelledby="h-timeline"><h2 id="h-timeline">Timeline</h2>
[@show_timeline "broad" 190 900 false 12/]
[@show_timeline "slim" 0 340 true 11/]
<p class="small soft">C confirmed, R refuted, U undecided; x no answer, n refused by the host or not sent, H hung, ! failed or not proven, ? not known; on hosts R rebooted, o back.[#if picture.cuts?has_content] Long waits are drawn shorter than they were (≈).[/#if]</p>
</section>
[#if loans?has_content]
<section aria-labelledby="h-loans"><h2 id="h-loans">Loans</h2>
[@l.owed loans/]
</section>
[/#if]
<section aria-labelledby="h-log"><h2 id="h-log">Log, newest first</h2>
<ol class="log">
[@show_log 0 40/]
</ol>
[#if log?size gt 40]
<details id="log-older"><summary>older</summary>
<ol class="log">
[@show_log 40 200/]
[#if log?size gt 200]<li class="soft">[=log?size - 200] still older entries are in the report.</li>[/#if]
</ol>
</details>
[/#if]
</section>
</div>
[/#macro]

[#macro show_log from to]
[#list log?reverse as it]
[#if it?index gte from && it?index lt to]
<li><span class="mono soft">[=it.clock]</span> <div><div class="said1">[@p.long it.first "log-" + it.sequence?c/]</div>[#if it.more?has_content][@rest it.more "more-" + it.sequence?c/][/#if]</div></li>
[/#if]
[/#list]
[/#macro]

[#macro rest lines id]
[#local all = lines?join("\n")]
[#if all?length lte 1200 && lines?size lte 12]
<pre class="more">[=all]</pre>
[#else]
<details id="[=id]"><summary class="small soft">[=lines?size?c] more lines</summary><pre class="more">[=all]</pre></details>
[/#if]
[/#macro]

[#-- What was refuted steps back when there is much of it. --]
[#macro show_hypotheses]
[#local refuted = weighed?filter(it -> it.verdict == "REFUTED")]
[#if refuted?size gt 3]
[@hypotheses weighed?filter(it -> it.verdict != "REFUTED")/]
<details class="box" id="h-refuted"><summary>[@p.verdict "REFUTED"/] [=refuted?size] others</summary>
[@hypotheses refuted/]
</details>
[#else]
[@hypotheses weighed/]
[/#if]
[/#macro]

[#macro hypotheses all]
[#list all as it]
<article class="hypothesis">
<h3>[@p.verdict it.verdict/] <code>[=it.name]</code> <span class="soft small">weighed [@p.ago it.weighed/]</span></h3>
[#if it.says??]<p>[=it.says]</p>[/#if]
[#if it.do_not?? && it.verdict == "CONFIRMED"]<p class="caution"><b>DO NOT</b> [=it.do_not?remove_beginning("Do not ")]</p>[/#if]
<dl class="sides">
[@show_side "for" it.speaks_for/]
[@show_side "against" it.speaks_against/]
[@show_side "missing" it.missing/]
[#if it.contradictory]<div><dt>next</dt><dd>The evidence contradicts itself; look at both sides by hand.</dd></div>[/#if]
[#list it.next as look]<div><dt>next</dt><dd><code>[=look.step]</code>[#if look.hosts?has_content] on [=look.hosts?join(", ")][/#if] would decide: [=look.reason]</dd></div>[/#list]
</dl>
</article>
[/#list]
[/#macro]

[#macro show_side name reasons]
[#if reasons?has_content]
<div><dt>[=name]</dt><dd>[#if reasons?size == 1][@p.long reasons[0]/][#else]<ul>[#list reasons as it]<li>[@p.long it/]</li>[/#list]</ul>[/#if]</dd></div>
[/#if]
[/#macro]

[#macro show_hosts]
[#list matrix as table]
<div class="wide" tabindex="0" role="region" aria-label="Hosts and steps[#if matrix?size gt 1], table [=table?counter] of [=matrix?size][/#if]">
<table class="matrix" aria-label="Hosts and steps[#if matrix?size gt 1], table [=table?counter] of [=matrix?size][/#if]"><thead><tr><th scope="col">step</th><th scope="col">as a whole</th>
[#list table.columns as name]
[#assign names = table.hosts[name?index]]
<th scope="col">[#if names?size gt 3]<details id="m-[=table?index]-[=name?index]"><summary>[=names?size] hosts</summary><span class="names">[=names?join(" ")]</span></details>[#else][=name][/#if]</th>
[/#list]
</tr></thead><tbody>
[#list table.rows as row]
[#local call = row.step?contains(".")?then(row.step?keep_before_last(".") + ".", "")]
<tr><th scope="row"><code>[=row.step]</code></th><td class="whole">[@p.sign row.whole.mark/][=row.whole.word]</td>
[#list row.cells as cell]<td>[#if cell.word?has_content][@p.sign cell.mark/][=cell.word][#list cell.details as it]<div class="details">[@p.long it?remove_beginning(call) "v-" + table?index + "-" + row?index + "-" + cell?index + "-" + it?index/]</div>[/#list][/#if]</td>[/#list]
</tr>
[/#list]
</tbody></table></div>
[/#list]
<p class="more-links"><a href="/runs/[=run]/evidence">Every finding of every host</a> <a href="/runs/[=run]/outputs">What commands printed</a></p>
[/#macro]

[#macro show_timeline class label width above size]
[#local step = above?then(34, 22)]
[#local track = width - label - 10]
[#local height = picture.lanes?size * step + 44]
<svg class="timeline [=class]" viewBox="0 0 [=width] [=height]" role="img" aria-label="Timeline of the run; the log below has the same in words">
<defs>
<pattern id="diagnosing-[=class]" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground-diagnosing"/><circle cx="2" cy="2" r="1.1" class="ink"/></pattern>
<pattern id="verifying-[=class]" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="ground-verifying"/><rect width="2" height="6" class="ink"/></pattern>
<pattern id="waiting-[=class]" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" class="paper"/><path d="M0 4h8" class="stroke"/></pattern>
<pattern id="loan-[=class]" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="paper"/><path d="M0 3.5h7M3.5 0v7" class="stroke"/></pattern>
</defs>
[#list picture.ticks as tick]
[#local x = label + tick.x * track / 1000]
<line x1="[=x]" y1="18" x2="[=x]" y2="[=height - 22]" class="rule"/>
[#if !above || tick?is_first || tick?is_last || tick.x == 400]
<text x="[=x]" y="12" font-size="[=size - 1]" class="faint" text-anchor="[=tick?is_first?then("start", tick?is_last?then("end", "middle"))]">[=tick.label]</text>
[/#if]
[/#list]
[#local group = ""]
[#list picture.lanes as lane]
[#local top = 22 + lane?index * step]
[#if lane.group != group]
[#if lane?index gt 0]<line x1="0" y1="[=top]" x2="[=width]" y2="[=top]" class="rule"/>[/#if]
[#local group = lane.group]
[/#if]
[#local y = above?then(top + 15, top + 4)]
<g class="lane">
<text x="0" y="[=top + above?then(11, 15)]" font-size="[=size]">[#if above && lane.group != "Loans" && lane.group != "Waves"]<tspan class="faint">[=lane.group]: </tspan>[/#if][=lane.label?truncate(above?then(44, 27), "…")]</text>
[#list lane.bars as bar]
<rect x="[=label + bar.x * track / 1000]" y="[=y]" width="[=bar.wide * track / 1000]" height="14" class="bar bar-[=bar.kind]"><title>[=bar.says]</title></rect>
[/#list]
[#list lane.marks as mark]
[#local x = label + mark.x * track / 1000]
[#if mark.kind == "first"]
<path d="M[=x] [=y + 13]l-6 -13h12z" class="first"><title>[=mark.says]</title></path>
[#else]
<g class="mark [=mark.kind]"><circle cx="[=x]" cy="[=y + 7]" r="7"/><text x="[=x]" y="[=y + 10.6]" font-size="10" font-weight="700" text-anchor="middle">[=mark.sign]</text><title>[=mark.says]</title></g>
[/#if]
[/#list]
</g>
[/#list]
[#list picture.cuts as cut]
[#local x = label + (cut.x + cut.wide / 2) * track / 1000]
<text x="[=x]" y="[=height - 6]" font-size="[=size - 1]" text-anchor="middle">≈ [=cut.label] ≈</text>
[/#list]
</svg>
[/#macro]

[#macro show_controls again]
<section id="controls"[#if again] hx-swap-oob="true"[/#if] aria-labelledby="h-controls">
<h2 id="h-controls">This run</h2>
<p><a href="/runs/[=run]/report">Report</a>; as a file: <a href="/runs/[=run]/report?form=html">HTML</a>, <a href="/runs/[=run]/report?form=md">Markdown</a>, <a href="/runs/[=run]/report?form=json">JSON</a></p>
[#if controls.open]
<p>[#if controls.mine]You answer its gates.[#elseif controls.holder??][=controls.holder] answers its gates.[/#if]
[#if controls.offered_to??] They are offered to [=controls.offered_to], who has not answered yet.[/#if]
[#if controls.paused??] It is paused: [=controls.paused].[/#if]
[#if !controls.carried] No process carries it out.[/#if]</p>
[#if controls.offered && me.approve]
<form method="post" action="/runs/[=run]/take-over" class="box">
[@p.forms/]
<p><b>The gates of this run are offered to you.</b></p>
<button class="main" name="accept" value="yes">Answer its gates from now on</button>
<button name="accept" value="no">Decline</button>
</form>
[/#if]
[#if me.run]
[#if !controls.carried && !controls.drill]
<form method="post" action="/runs/[=run]/resume" class="box">
[@p.forms/]
<p>Goes on where the last process left it; you answer its gates from then on.[#if controls.secrets?has_content] Secrets are kept nowhere, so it asks for them again.[/#if]</p>
[@f.secrets controls.secrets "resume"/]
<button class="main">Resume</button>
</form>
[/#if]
[#if controls.carried && controls.mine]
[#local to = p.typed_at("/runs/" + run + "/hand-over", "to")]
<details class="box" id="c-hand"[#if to?has_content] open[/#if]><summary>Hand the gates over</summary>
<form method="post" action="/runs/[=run]/hand-over">
[@p.forms/]
<label for="to">To</label>
<input id="to" name="to" value="[=to]" required autocomplete="off">
<button>Offer</button>
<p class="small soft">They must accept; until then you answer.</p>
</form>
</details>
[/#if]
[#if controls.mine || me.admin]
[#local reason = p.typed_at("/runs/" + run + "/abort", "reason")]
<details class="box" id="c-abort"[#if typed?? && typed.to?ends_with("/abort")] open[/#if]><summary>End this run</summary>
<form method="post" action="/runs/[=run]/abort">
[@p.forms/]
<p>Nothing more is sent. What runs on hosts is left to end; nothing is undone.</p>
<label for="reason">Why</label>
<input id="reason" name="reason" value="[=reason]" autocomplete="off"[#if !controls.mine] required[/#if]>
<label class="tick"><input type="checkbox" name="sure" value="yes" required> End it for good</label>
<button>End this run</button>
</form>
</details>
[/#if]
[/#if]
[/#if]
[#if controls.unknown && me.run && !controls.carried && !controls.drill]
<form method="post" action="/runs/[=run]/reconcile" class="box">
[@p.forms/]
<p>What some actions did is not known. Looks at their receipts; nothing that acts is sent.</p>
[@f.secrets controls.secrets "reconcile"/]
<button>Find out</button>
</form>
[/#if]
[#if controls.reviews?has_content]
<div id="reviews">
[#list controls.reviews as it]
<div class="box">
<p><b class="warn">BREAK GLASS</b> at gate [=it.gate] ([=it.headline]) by [=it.by], [@p.ago it.at/]: [=it.reason]</p>
[#if controls.carried]
<p class="small soft">It is reviewed when the run has ended.</p>
[#elseif me.approve && it.by != me.person]
<form method="post" action="/runs/[=run]/reviews/[=it.gate]">
[@p.forms/]
<label for="review-[=it.gate]">What came of it</label>
<input id="review-[=it.gate]" name="reason" value="[=p.typed_at("/runs/" + run + "/reviews/" + it.gate, "reason")]" required maxlength="500" autocomplete="off">
<button class="main">Close the review</button>
</form>
[#else]
<p class="small soft">Somebody else who may approve closes the review.</p>
[/#if]
</div>
[/#list]
</div>
[/#if]
[#if controls.owed?has_content && me.run && !controls.carried && !controls.drill]
<form method="post" action="/runs/[=run]/repay" class="box" id="repay">
[@p.forms/]
<h3>Take back what was lent</h3>
<p>Looks first; a gate asks before anything is sent. What somebody else has changed meanwhile is left alone.</p>
[#if controls.owed?size gt 1]
<label for="step">Which</label>
<select id="step" name="step"><option value="">all of them, newest first</option>[#list controls.owed as it]<option>[=it]</option>[/#list]</select>
[#else]
<p>step <code>[=controls.owed[0]]</code></p>
[/#if]
[@f.secrets controls.secrets "repay"/]
<button class="main">Take back</button>
</form>
[/#if]
</section>
[/#macro]
