[#-- A runbook to follow by hand, on paper or on a screen. --]
[#import "page.html.ftl" as p]
[#macro command it]
<p class="small"><b>[#if it.root!false]As root</b> (<code>sudo -s</code> before[#if it.stay!false], and stay in that shell[#else], <code>exit</code> after[/#if])[#else]Type</b>[/#if][#if it.stdin??], with the secret [=it.stdin] on standard input[/#if][#if it.script??]; the script is <b>[=it.script]</b>, at the end of this page[/#if]:</p>
<pre class="type">[=it.code]</pre>
[/#macro]
[#macro check words]<label class="tick"><input type="checkbox"> <span>[=words]</span></label>[/#macro]
[#macro never hypotheses]
[#list hypotheses as it]
[#if it.do_not??]<p class="caution"><b>DO NOT</b> [=it.do_not?remove_beginning("Do not ")] <span class="soft small">(while <code>[=it.name]</code> may hold)</span></p>[/#if]
[/#list]
[/#macro]
[#macro weigh hypotheses]
<div class="wide"><table class="stack decide"><thead><tr><th>it may be that</th><th>confirmed when all hold</th><th>refuted when one holds</th><th>came of it</th></tr></thead><tbody>
[#list hypotheses as it]
<tr><th scope="row"><code>[=it.name]</code><span class="details">[=it.says]</span></th>
<td data-name="confirmed">[#list it.confirmed_by as c][@check c/][/#list]</td>
<td data-name="refuted">[#list it.refuted_by as c][@check c/][/#list]</td>
<td>[@check "confirmed"/][@check "refuted"/][@check "not decided"/]</td></tr>
[/#list]
</tbody></table></div>
[/#macro]
[@p.page runbook + ", by hand"]
<header class="verdict">
<p class="kicker">to follow by hand</p>
<h1>[=title]</h1>
<p class="mono">[=runbook]</p>
<p class="small">[#if owner??]Owner: [=owner]. [/#if]By <span class="fill"></span> on <span class="fill"></span> from <span class="fill short"></span> to <span class="fill short"></span> UTC</p>
</header>
<main>
<p>Work from top to bottom. A host that does not answer is <i>not known</i>, which is neither yes nor no; what is not known allows nothing. Blanks such as ‹name› are yours to fill in.</p>
[#assign own = hypotheses?filter(it -> !it.name?contains("."))]
[#assign phases = steps?filter(it -> it.kind == "call")]
[@never own/]
[#if phases?has_content]
<section id="phases"><h2>The phases</h2>
<p>Each begins with what may be wrong there and what must not be done.</p>
[#list phases as it]
<p>[@check "From step " + it.number + ": " + it.title/]</p>
[/#list]
</section>
[/#if]
[#if parameters?has_content]
<section id="values"><h2>Values</h2>
<div class="wide"><table class="stack"><thead><tr><th>name</th><th>value here</th><th>what it is</th></tr></thead><tbody>
[#list parameters as it]
<tr><th scope="row"><code>[=it.name]</code></th><td class="write">[=it.default!""]</td><td>[=it.help][#if it.values?has_content] (one of [=it.values?join(", ")])[/#if]</td></tr>
[/#list]
</tbody></table></div>
</section>
[/#if]
[#if hosts?has_content]
<section id="hosts"><h2>How to reach the hosts</h2>
<div class="wide"><table class="stack"><thead><tr><th>host</th><th>type</th></tr></thead><tbody>
[#list hosts as it]
<tr><th scope="row">[=it.host]</th><td>[#if it.ssh??]<code class="type">[=it.ssh]</code>[#else]go to its console[/#if][#if it.key??]<span class="details">its key is <code>[=it.key]</code></span>[/#if]</td></tr>
[/#list]
</tbody></table></div>
</section>
[/#if]
[#if needs?has_content]
<section id="needs"><h2>What the hosts must have</h2>
<p>Type this on them before the work begins. It prints what is lacking, and nothing when all is there.</p>
[#list needs as it]
<p>[@check "On " + it.on + ": " + it.tools?join(", ")/]</p>
<pre class="type">[=it.code]</pre>
<p class="small">Lacking, and where: <span class="fill long"></span></p>
[/#list]
</section>
[/#if]
[#if own?has_content]
<section id="hypotheses"><h2>What may be wrong, and what else it could be</h2>
<p>Fill in the last column as the steps are done. What is not decided allows nothing; if all are refuted it is something that is not on this page: stop, and call somebody.</p>
[@weigh own/]
</section>
[/#if]
[#list steps as step]
<section class="step[#if step.kind == "call"] phase[/#if]" id="step-[=step.number]"><h2><label class="tick"><input type="checkbox"> <span>[=step.number]. [=step.title]</span></label></h2>
<p class="small"><span class="tag[#if step.risk??] full[/#if]">[=step.kind][#if step.risk??] · [=step.risk][/#if]</span> <code>[=step.id]</code></p>
[#if step.why??]<p>[=step.why]</p>[/#if]
[#if step.not_run_here??]<p class="caution"><b>NOT RUN HERE</b> [=step.not_run_here]</p>[/#if]
[#if step.risk_says??]<p><b>[=step.risk_says]</b></p>[/#if][#list step.agree![] as it]<p>[@check it/] <span class="fill"></span> at <span class="fill short"></span> UTC</p>[/#list]
[#if step.when??]<p>[@check "Only needed when: " + step.when/]</p>[/#if]
[#if step.requires??]<p>[@check "Only allowed when: " + step.requires/]</p>[/#if]
<ul>
[#if step.on??]<li>On <b>[=step.on]</b>[#if step.limit??], at most [=step.limit] of them[/#if][#if step.where??]; only hosts where [=step.where][/#if]</li>[/#if]
[#list step.needs![] as it]<li>The host needs [=it].</li>[/#list]
[#list step.spread![] as it]<li>[=it]</li>[/#list]
[#list step.locks![] as it]<li>Nobody else may work on [=it] meanwhile.</li>[/#list]
</ul>
[#if step.preserve?has_content]
<p><b>First save the evidence that this destroys.</b></p>
[#list step.preserve as it][@command it/][/#list]
[/#if]
[#if step.original??]
<p><b>Write down the original first.</b> It is kept as ORIGINAL in the shell in which this is typed, where what takes the change back needs it.</p>
[@command step.original/]
[/#if]
[#if step.place??]
<p>Put the file <code>[=step.place_to]</code> in place; what is there is kept as <code>[=step.place_to].before</code>.</p>
[@command step.place/]
[#if step.command??]<p><b>Only if it is in place:</b></p>[/#if]
[/#if]
[#if step.short??]<p class="small"><b>In short, as root,</b> where nothing can be pasted; the whole is below:</p>
<pre class="type">[=step.short.code]</pre>[/#if]
[#if step.command??][@command step.command/][/#if]
[#if step.do??]<p class="lines">[=step.do]</p>[/#if]
[#list step.with![] as it]<p class="small">with <code>[=it]</code></p>[/#list]
[#if step.hypotheses?has_content]
[@never step.hypotheses/]
<h3>What may be wrong there, and what else it could be</h3>
[@weigh step.hypotheses/]
[/#if]
[#if step.answers??]<p>[#list step.answers as it][@check it/] [/#list]</p>[/#if]
[#if step.work_out??]<p>Work out for each host: <b>[=step.work_out]</b></p>[/#if]
[#if step.timeout?? && step.command??]<p class="small soft">If it has not ended after [=step.timeout], it hangs; write that down as its result.</p>[/#if]
[#if step.expect?has_content]
<ul class="small">[#list step.expect as it]<li class="lines mono">[=it]</li>[/#list]</ul>
[/#if]
[#if step.proof??]<p>[@check "Proof: " + step.proof/]</p>[/#if]
[#if step.columns??]
<div class="wide"><table class="results"><thead><tr><th>host</th>[#list step.columns as it]<th>[=it]</th>[/#list]<th>notes</th></tr></thead><tbody>
[#list step.hosts as host]
<tr><th scope="row">[=host]</th>[#list step.columns as it]<td class="write" contenteditable="plaintext-only"></td>[/#list]<td class="write" contenteditable="plaintext-only"></td></tr>
[/#list]
</tbody></table></div>
[/#if]
[#if step.undo??]<h3>To take it back</h3>[#if step.original??]<p>In the shell that has the ORIGINAL of this host; in a new one give it that first: <code>export ORIGINAL='what was written down'</code>.</p>[/#if][@command step.undo/][/#if]
[#if step.release??]<h3>It goes on working</h3><p>End it only after <code>[=step.release.after]</code> is done.</p>[@command step.release/][/#if]
</section>
[/#list]
[#if owed?has_content]
<section id="owed"><h2>What is still owed</h2>
<p>The work is not done before each of these is.</p>
<div class="wide"><table class="stack results"><thead><tr><th>what</th><th class="when">on</th><th class="when">at, UTC</th><th class="when">by</th></tr></thead><tbody>
[#list owed as it]
<tr><th scope="row">[@check "Step " + it.step + ", " + it.title + ": " + it.what/]</th><td class="write" data-name="on" contenteditable="plaintext-only"></td><td class="write" data-name="at, UTC" contenteditable="plaintext-only"></td><td class="write" data-name="by" contenteditable="plaintext-only"></td></tr>
[/#list]
</tbody></table></div>
</section>
[/#if]
<section id="happened"><h2>What happened</h2>
<div class="wide"><table class="happened"><thead><tr><th class="when">UTC</th><th>what was seen or done, and by whom</th></tr></thead><tbody>
[#list 1..8 as it]
<tr><td class="write" contenteditable="plaintext-only"></td><td class="write" contenteditable="plaintext-only"></td></tr>
[/#list]
</tbody></table></div>
</section>
[#assign scripts = files?filter(it -> !it.source)]
[#if scripts?has_content]
<section id="scripts"><h2>The scripts</h2>
<p>Each block makes its file when it is pasted on a host, in the folder in which the commands are typed.</p>
[#list scripts as it]
<details><summary><code>[=it.path]</code></summary><pre class="script">[=it.code]</pre></details>
[/#list]
</section>
[/#if]
</main>
<footer>Written from the runbook as it was read. Its own file, <code>runbook.yaml</code>, is the last word.</footer>
[/@p.page]
