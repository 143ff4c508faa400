[#-- A gate with everything an answer to it is bound to, and the form for the answer below all of it. --]
[#import "page.html.ftl" as p]
[#macro asked run gate]
<div class="gate">
<h2 id="h-gate"><span class="kicker">Gate [=gate.gate] · <code>[=gate.step]</code></span> [=gate.headline]</h2>
<p class="facts">[#if gate.risk??]risk [@p.risk gate.risk/] [/#if]<span>asked [@p.ago gate.opened/]</span> <span>[@p.left gate.expires/], then it means no</span>
[#if gate.people gt 1]<span>[=gate.people] people must say yes[#if gate.agreed?has_content]; [=gate.agreed?join(", ")] did[/#if]</span>[/#if]</p>
[#if !gate.hindrance??]<p class="to-answer"><a href="#answer">To the answer</a></p>[/#if]
[#if gate.targets?has_content]
<p>on <span class="mono names">[=gate.targets?join(" ")]</span>[#if gate.targets?size gt 3] <span class="soft">([=gate.targets?size] hosts)</span>[/#if]</p>
[/#if]
[#list gate.cautions as it]<p class="caution"><b>CAUTION</b> [=it]</p>[/#list]
[@texts "Why" gate.why/]
[#if gate.why?has_content]<p class="small soft">Ages in it are those when it asked.</p>[/#if]
[#if gate.findings?has_content]
<h3>What licenses it</h3>
<div class="wide"><table class="stack findings" aria-label="Findings that license it"><thead><tr><th scope="col">finding</th><th scope="col">value</th><th scope="col">on</th><th scope="col">age</th><th scope="col">how</th></tr></thead><tbody>
[#list gate.findings as it]
<tr><th scope="row"><code>[=it.finding]</code></th><td data-name="value" class="lines value">[@p.long it.value/]</td><td data-name="on">[@names it.hosts gate.targets/]</td><td data-name="age" class="age">[@p.ago it.at/]</td><td data-name="how">[=it.how]</td></tr>
[/#list]
</tbody></table></div>
<p class="small soft">They are taken again after a yes; with other values nothing is sent and you are asked again.</p>
[/#if]
[@texts "What it may break while it is at work" gate.forecast/]
[#if gate.preserve?has_content]
<h3>First, to keep evidence</h3>
[@commands gate.preserve gate.targets/]
[/#if]
[#if gate.commands?has_content]
<h3>[=gate.sends?then("What will run", "What would go out next; no answer here sends it")]</h3>
[#if gate.amended]<p class="caution"><b>AMENDED</b> A person changed a command in this run.</p>[/#if]
[@commands gate.commands gate.targets/]
[/#if]
[@texts "How it goes over its hosts" gate.waves/]
[#if gate.undo?? || gate.undo_commands?has_content]
<h3>Undo</h3>
[#if gate.undo??]<p class="lines">[=gate.undo]</p>[/#if]
[#if gate.undo_commands?has_content][@commands gate.undo_commands gate.targets/][/#if]
[#elseif gate.commands?has_content]
<h3>Undo</h3><p>None is written down.</p>
[/#if]
[#if gate.proof??]<h3>Proof</h3><p class="lines">[=gate.proof]</p>[/#if]
<p class="small soft">An answer is bound to <code class="digest">[=gate.digest]</code></p>
[#if gate.hindrance??]
<p class="hindrance">[=gate.hindrance]</p>
[#else]
[@answer run gate/]
[/#if]
</div>
[/#macro]

[#macro texts name items]
[#if items?has_content]
<h3>[=name]</h3>
<ul>[#list items as it]<li class="lines">[@p.long it/]</li>[/#list]</ul>
[/#if]
[/#macro]

[#-- Those of the gate stand at its top, and are not named again. --]
[#macro names hosts targets][#if hosts?size gt 3 && hosts?join(" ") == targets?join(" ")]all [=hosts?size] of them[#else]<span class="mono names">[=hosts?join(" ")]</span>[#if hosts?size gt 3] <span class="soft">([=hosts?size])</span>[/#if][/#if][/#macro]

[#macro commands items targets]
[#list items as it]
<figure class="command">
<figcaption>on [@names it.hosts targets/][#if it.sudo] <b>as root</b>[/#if], [=it.most] at most[#if it.stdin??], secret [=it.stdin] on standard input[/#if][#if it.script]: <code>[=it.label]</code>[/#if]</figcaption>
[#if it.environment?has_content]<pre>[#list it.environment as line][=line]
[/#list]</pre>[/#if]
[#if it.upload??]
<p class="small">puts <code>[=it.upload.to]</code> in place, mode [=it.upload.mode], sha256 <code class="digest">[=it.upload.sha256]</code></p>
[#if it.upload.difference.code?has_content]<pre>[=it.upload.difference.code]</pre>[/#if]
<details><summary>the whole file</summary><pre>[=it.upload.code]</pre></details>
[/#if]
[#if it.text??]<pre class="cmd">[=it.text]</pre>[/#if]
</figure>
[/#list]
[/#macro]

[#macro answer run gate]
[#local to = "/runs/" + run + "/gates/" + gate.gate]
[#local to = (p.typed_at(to, "digest") == gate.digest)?then(to, "")]
<form method="post" action="/runs/[=run]/gates/[=gate.gate]" class="answer" id="answer" autocomplete="off">
[@p.forms/]
<input type="hidden" name="digest" value="[=gate.digest]">
<fieldset>
<legend>Your answer</legend>
[#list gate.choices as it]
<div class="choice">
<label class="tick"><input type="radio" name="choice" value="[=it.key]" required[#if p.typed_at(to, "choice") == it.key] checked[/#if]> <span>[=it.label][#if it.nothing] <span class="soft">(also what silence means)</span>[/#if]</span></label>
[#local before = p.typed_at(to, "typed-" + it.key)]
[#if it.type?has_content]
<label class="typed">type <b class="mono">[=it.type]</b> <input name="typed-[=it.key]" value="[=before]" spellcheck="false" autocapitalize="off" autocorrect="off"></label>
[#elseif it.asks == "HOSTS"]
<label class="typed">[#if gate.targets?size gt 1]which host, or <b class="mono">all</b>[#else]host[/#if] <input name="typed-[=it.key]" list="targets" spellcheck="false" autocapitalize="off" value="[=before?has_content?then(before, (gate.targets?size == 1)?then(gate.targets?first!"", ""))]"></label>
[#elseif it.asks == "COMMAND"]
<label class="typed">[#if gate.targets?size gt 1]host and command[#else]command[/#if] <input name="typed-[=it.key]" class="broad-field" value="[=before]" spellcheck="false" autocapitalize="off"></label>
[#elseif it.asks == "TEXT"]
<label class="typed">[#if gate.targets?size gt 1]host, then [/#if]the new command <textarea name="typed-[=it.key]" rows="3" spellcheck="false" autocapitalize="off">[=before]</textarea></label>
[/#if]
</div>
[/#list]
<datalist id="targets">[#list gate.targets as it]<option value="[=it]">[/#list]</datalist>
<label class="note">[#if gate.reason_for_yes]reason, for the record (a yes needs one)[#else]note for the record (may stay empty)[/#if] <input name="note" maxlength="500" value="[=p.typed_at(to, "note")]"></label>
<button class="main">Give this answer</button>
</fieldset>
</form>
[/#macro]
