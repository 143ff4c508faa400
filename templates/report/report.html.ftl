[#-- The report of one run as one page that needs nothing else. --]
[#import "page.html.ftl" as p]
[#macro list items none]
[#if items?has_content]
<ul>
[#list items as it]
<li class="lines">[=it]</li>
[/#list]
</ul>
[#else]
<p class="soft">[=none]</p>
[/#if]
[/#macro]
[#macro timeline class label width above size]
[#local step = above?then(34, 22)]
[#local track = width - label - 10]
[#local height = picture.lanes?size * step + 44]
<svg class="timeline [=class]" viewBox="0 0 [=width] [=height]" role="img" aria-label="Timeline of the run">
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
<rect x="[=label + bar.x * track / 1000]" y="[=y]" width="[=bar.wide * track / 1000]" height="14" class="p-[=bar.kind] edge [=bar.kind]"><title>[=bar.says]</title></rect>
[/#list]
[#list lane.marks as mark]
[#local x = label + mark.x * track / 1000]
[#if mark.kind == "first"]
<path d="M[=x] [=y + 13]l-6 -13h12z" class="first" style="fill:var(--paper);stroke:var(--ink);stroke-width:1.5"><title>[=mark.says]</title></path>
[#else]
<g class="mark [=mark.kind]"><circle cx="[=x]" cy="[=y + 7]" r="7" style="fill:var(--paper);stroke:var(--ink);stroke-width:[=(mark.kind == "bad" || mark.kind == "host")?then(2, 1)]"/><text x="[=x]" y="[=y + 10.6]" font-size="10" font-weight="700" text-anchor="middle">[=mark.sign]</text><title>[=mark.says]</title></g>
[/#if]
[/#list]
[#if lane.note?has_content]
[#local end = 0]
[#list lane.bars as bar][#if bar.x + bar.wide gt end][#local end = bar.x + bar.wide][/#if][/#list]
[#list lane.marks as mark][#if mark.x + 8 gt end][#local end = mark.x + 12][/#if][/#list]
[#if above]
<text x="[=width]" y="[=top + 11]" font-size="[=size - 1]" class="faint" text-anchor="end">[=lane.note?truncate(24, "…")]</text>
[#elseif end lt 640]
<text x="[=label + end * track / 1000 + 6]" y="[=top + 15]" font-size="[=size - 1]" class="faint">[=lane.note]</text>
[#else]
[#local begin = 1000]
[#list lane.bars as bar][#if bar.x lt begin][#local begin = bar.x][/#if][/#list]
[#list lane.marks as mark][#if mark.x lt begin][#local begin = mark.x - 8][/#if][/#list]
[#if begin gt 350]
<text x="[=label + begin * track / 1000 - 6]" y="[=top + 15]" font-size="[=size - 1]" class="faint" text-anchor="end">[=lane.note]</text>
[#else]
<text x="[=label + 500 * track / 1000]" y="[=top + 15]" font-size="[=size - 1]" class="on" text-anchor="middle">[=lane.note]</text>
[/#if]
[/#if]
[/#if]
</g>
[/#list]
[#list picture.cuts as cut]
[#local x = label + (cut.x + cut.wide / 2) * track / 1000]
<text x="[=x]" y="[=height - 6]" font-size="[=size - 1]" text-anchor="middle">≈ [=cut.label] ≈</text>
[/#list]
</svg>
[/#macro]
[#macro stream name it]
[#if it.bytes gt 0]
<p class="small soft">[=name], [=it.bytes] bytes, sha256 <code>[=it.sha256]</code></p>
[#if it.head?has_content]
<pre>[=it.head]</pre>
[#else]
<p class="small soft">Left out of this page for its size; <code>blackstart evidence</code> and the journal have it.</p>
[/#if]
[#if it.lines_left_out gt 0]
<p class="small soft">… [=it.lines_left_out] lines left out …</p>
<pre>[=it.tail]</pre>
[/#if]
[/#if]
[/#macro]
[@p.page headline + " " + runbook]
<header class="verdict">
<p class="kicker">[=runbook] · [=mode]</p>
<h1>[=headline]</h1>
<p>[=title]</p>
<dl class="facts small">
<dt>when</dt><dd>[=p.day(opened)][#if as_of??], still open at [=p.later(opened, as_of)][#else] to [=p.later(opened, last)][/#if], [=took.shown][#list time as it][#if it.phase == "closed" && it.took.ms gt 0], without the [=it.took.shown] during which it was closed[/#if][/#list]</dd>
<dt>by</dt><dd>[=by]</dd>
<dt>run</dt><dd class="mono">[=run]</dd>
<dt>mode</dt><dd>[=mode_says]</dd>
[#if drill??]<dt>drill</dt><dd>[=drill]</dd>[/#if]
</dl>
</header>
<main>
<section id="wrong"><h2>What was wrong</h2>
[@list wrong "Nothing was confirmed."/]
[#if first_mover??]<p class="small"><b>First mover:</b> <code>[=first_mover.finding]</code> on [=first_mover.host] was [=first_mover.value] at [=p.clock(first_mover.at)], the first answer on record that speaks for it.</p>[/#if]
[#list hypotheses as it][#if it.do_not?? && it.verdict == "CONFIRMED"]<p class="caution"><b>DO NOT</b> [=it.do_not?remove_beginning("Do not ")]</p>[/#if][/#list]
</section>
<section id="done"><h2>What was done</h2>
[@list done "Nothing was changed."/]
</section>
<section id="left"><h2>What is left to do</h2>
[#if follow_ups?has_content]
<ul class="box">
[#list follow_ups as it]<li class="lines">[=it]</li>[/#list]
</ul>
[#else]
<p class="soft">Nothing.</p>
[/#if]
</section>
<section id="refused"><h2>What was refused, and why</h2>
[#list refusals as refusal]
<h3>■ <code>[=refusal.step]</code> [=refusal.title]</h3>
[#if refusal.at??]<p class="small soft">Refused at [=p.clock(refusal.at)] UTC; ages are of then.</p>[/#if]
[@list refusal.reasons "No reason is on record."/]
[#else]
<p class="soft">Nothing was refused.</p>
[/#list]
</section>
<section id="time"><h2>Where the time went</h2>
[@p.split time "Where the time went"/]
<ul class="legend">
[#list time as it]
[#if it.took.ms gt 0]
<li>[@p.swatch it.phase/] <span>[=it.says] <b>[=it.took.shown]</b> [#if it.phase != "closed"]<span class="soft">([=(it.per_mille / 10)?round] %)</span>[/#if]</span></li>
[/#if]
[/#list]
</ul>
</section>
<section id="timeline"><h2>Timeline</h2>
<figure style="margin:0">
[@timeline "broad" 190 900 false 12/]
[@timeline "narrow" 0 340 true 11/]
</figure>
<p class="small soft">Times are UTC. C confirmed, R refuted, U undecided; x no answer, n refused by the host or not sent, H hung, ! failed or not proven, ? not known;[#list picture.lanes as lane][#if lane.group == "Waves"] numbers: waves;[#break][/#if][/#list][#list picture.lanes as lane][#if lane.group == "Loans"] L a loan still open;[#break][/#if][/#list] on hosts R rebooted, o back.[#if first_mover??] The triangle marks the first mover.[/#if][#if picture.cuts?has_content] Long waits are drawn shorter than they were (≈).[/#if]</p>
[#if gates?has_content]
<div class="wide"><table class="stack" id="gates"><thead><tr><th>gate</th><th>asked</th><th>wait</th><th>came of it</th></tr></thead><tbody>
[#list gates as gate]
<tr><th scope="row">[=gate.gate] <code>[=gate.step]</code></th><td>[=gate.asked]</td><td data-name="wait">[=gate.waited_says]</td><td>[=gate.came][#list gate.notes as note]<span class="details">[=note]</span>[/#list]</td></tr>
[/#list]
</tbody></table></div>
[/#if]
[#if host_events?has_content]
<h3>What happened to hosts</h3>
<ul class="small" id="host-events">
[#list host_events as it]<li class="lines"><span class="mono">[=p.clock(it.at)]</span> <b>[=it.host]</b> [=it.kind]: [=it.says]</li>[/#list]
</ul>
[/#if]
</section>
<section id="matrix"><h2>Hosts and steps</h2>
[#list matrix as table]
<div class="wide"><table class="matrix"><thead><tr><th>step</th><th>as a whole</th>[#list table.columns as host]<th>[=host]</th>[/#list]</tr></thead><tbody>
[#list table.rows as row]
<tr><th scope="row"><code>[=row.step]</code></th><td class="nowrap">[@p.sign row.whole.mark/][=row.whole.word]</td>[#list row.cells as cell]<td>[@p.sign cell.mark/][=cell.word][#list cell.details as it]<span class="details">[=it]</span>[/#list]</td>[/#list]</tr>
[/#list]
</tbody></table></div>
[/#list]
</section>
<section id="hypotheses"><h2>Hypotheses</h2>
[#list hypotheses as it]
<h3>[@p.verdict it.verdict/] <code>[=it.name]</code></h3>
<p>[=it.says]</p>
<p class="small soft">Weighed at [=p.clock(it.at)] UTC; ages are of then.</p>
[@list it.reasons "No reason is on record."/]
[#if it.history?size gt 1]
<p class="small soft">Over time: [#list it.history as h][=h.verdict] at [=p.clock(h.at)][#sep], then [/#sep][/#list].</p>
[/#if]
[#else]
<p class="soft">None got a verdict.</p>
[/#list]
</section>
<section id="evidence"><h2>Evidence</h2>
<details><summary>[=evidence?size] findings as they were last</summary>
<div class="wide"><table><thead><tr><th>finding</th><th>host</th><th>value</th><th>at</th><th>how</th></tr></thead><tbody>
[#list evidence as it]
<tr><td><code>[=it.finding]</code></td><td>[=it.host]</td><td class="lines">[=it.value]</td><td class="mono">[=p.clock(it.at)]</td><td>[=it.how]</td></tr>
[/#list]
</tbody></table></div>
</details>
</section>
<section id="outputs"><h2>What the commands printed</h2>
[#list outputs as step]
<details class="step"><summary><code>[=step.step]</code> [=step.title] <span class="soft">([=step.said?size])</span></summary>
[#list step.said as it]
<details class="said"><summary><b>[=it.host]</b>, [=it.what], <span class="mono">[=p.clock(it.at)]</span>: [=it.came]</summary>
[#if it.stdout??]
[@stream "stdout" it.stdout/]
[@stream "stderr" it.stderr/]
[#if it.stdout.bytes + it.stderr.bytes == 0]<p class="small soft">It printed nothing.</p>[/#if]
[/#if]
</details>
[/#list]
</details>
[#else]
<p class="soft">No command was sent.</p>
[/#list]
</section>
<section id="log"><h2>Log</h2>
[#if parameters?has_content]
<p class="small">[#list parameters as it]<code>[=it.name]</code> = [=it.value][#sep], [/#sep][/#list]</p>
[/#if]
<details><summary>Every event in order</summary><pre>[=log]</pre></details>
</section>
</main>
<footer>Journal head <code>[=journal_head]</code>; <code>blackstart audit verify</code> checks the chain. Blackstart [=version].</footer>
[/@p.page]
