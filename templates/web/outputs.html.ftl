[#-- What the commands of a run printed, behind a click each. --]
[#import "page.html.ftl" as p]
[#macro stream name it]
[#if it.bytes gt 0]
<p class="small soft">[=name], [=it.bytes] bytes, sha256 <code class="digest">[=it.sha256]</code></p>
[#if it.head?has_content]<pre>[=it.head]</pre>[#else]<p class="small soft">Left out of this page for its size; <code>blackstart evidence</code> has it.</p>[/#if]
[#if it.lines_left_out gt 0]<p class="small soft">… [=it.lines_left_out] lines left out …</p><pre>[=it.tail]</pre>[/#if]
[/#if]
[/#macro]
[@p.page "What commands printed" "runs"]
<p><a href="/runs/[=run]">Back to the run</a></p>
<h1>What commands printed</h1>
[#list outputs as step]
<section><h2><code>[=step.step]</code> [=step.title]</h2>
[#list step.said as it]
<details class="box"><summary><b>[=it.host]</b>, [=it.what], <span class="mono">[=p.clock(it.at)]</span>: [=it.came?truncate_c(160, "…")]</summary>
[#if it.came?length gt 160]<p class="small lines">[=it.came]</p>[/#if]
[#if it.stdout??]
[@stream "stdout" it.stdout/]
[@stream "stderr" it.stderr/]
[#if it.stdout.bytes + it.stderr.bytes == 0]<p class="small soft">It printed nothing.</p>[/#if]
[/#if]
</details>
[/#list]
</section>
[#else]
<p class="calm">No command was sent.</p>
[/#list]
[/@p.page]
