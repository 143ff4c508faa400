[#-- Two runs side by side as one page. --]
[#import "page.html.ftl" as p]
[#macro rows id title items none]
<section id="[=id]"><h2>[=title]</h2>
[#if items?has_content]
<div class="wide"><table class="pair"><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tbody>
[#list items as it]
<tr[#if it.differs] class="differs"[/#if]><th scope="row">[=it.name]</th><td class="lines">[=it.a!"–"]</td><td class="lines">[=it.b!"–"][#if it.differs] <span class="sign" title="differs">≠</span>[/#if]</td></tr>
[/#list]
</tbody></table></div>
[#else]
<p class="soft">[=none]</p>
[/#if]
</section>
[/#macro]
[#macro bar side]
<svg viewBox="0 0 1000 36" role="img" aria-label="Where the time of run [=side?upper_case] went" preserveAspectRatio="none" style="height:1.6rem">
[#local left = 0]
[#list time as it]
[#local share = (side == "a")?then(it.a_per_mille, it.b_per_mille)]
[#if share gt 0]
<rect x="[=left]" y="0" width="[=share]" height="36" class="p-[=it.phase] edge [=it.phase]" vector-effect="non-scaling-stroke"><title>[=it.says]</title></rect>
[#local left = left + share]
[/#if]
[/#list]
</svg>
[/#macro]
[@p.page "Two runs of " + a.runbook]
<header class="verdict">
<p class="kicker">two runs side by side</p>
<h1>[=a.runbook][#if !same_runbook] and [=b.runbook][/#if]</h1>
<div class="wide"><table><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tbody>
<tr><th scope="row">came to</th><td>[=a.headline]</td><td>[=b.headline]</td></tr>
<tr><th scope="row">run</th><td class="mono">[=a.run]</td><td class="mono">[=b.run]</td></tr>
<tr><th scope="row">mode</th><td>[=a.mode]</td><td>[=b.mode]</td></tr>
<tr><th scope="row">by</th><td>[=a.by]</td><td>[=b.by]</td></tr>
<tr><th scope="row">opened</th><td>[=p.day(a.opened)]</td><td>[=p.day(b.opened)]</td></tr>
<tr><th scope="row">took</th><td>[=a.took.shown]</td><td>[=b.took.shown]</td></tr>
</tbody></table></div>
</header>
<main>
<section id="time"><h2>Where the time went</h2>
<p class="small"><b>A</b></p>
[@bar "a"/]
<p class="small"><b>B</b></p>
[@bar "b"/]
<div class="wide"><table class="pair"><thead><tr><th></th><th>A</th><th>B</th></tr></thead><tbody>
[#list time as it]
[#if it.a.ms + it.b.ms gt 0]
<tr><th scope="row">[@p.swatch it.phase/] [=it.says]</th><td>[=it.a.shown]</td><td>[=it.b.shown]</td></tr>
[/#if]
[/#list]
[#list waits as it]
<tr><th scope="row">waited for [=it.who]</th><td>[=it.a.shown]</td><td>[=it.b.shown]</td></tr>
[/#list]
</tbody></table></div>
</section>
[@rows "verdicts" "Verdicts" verdicts "Neither run weighed a hypothesis."/]
[@rows "steps" "Steps whose outcome differs" steps "Every step came to the same."/]
[#if loans?has_content][@rows "loans" "Loans" loans ""/][/#if]
[@rows "cells" "Hosts on which a step came to something else" cells "Every step came to the same on every host."/]
[@rows "findings" "Findings whose values differ" findings "Every check found the same on every host."/]
[@rows "parameters" "Parameters that differ" parameters "Both had the same parameters."/]
<section id="files"><h2>Files</h2>
[#if same_files]
<p>Both runs were opened with the same files.</p>
[#else]
<p>The runs were opened with different files:</p>
<ul>[#list files as it]<li><code>[=it.name]</code></li>[/#list]</ul>
[/#if]
</section>
</main>
[/@p.page]
