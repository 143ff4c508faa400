*[=title]*
`[=runbook]` · [=mode][#if mode == "drill"] (no real host)[/#if] · asked by [=by]
run `[=run]`: *[=standing]*[#if holder?has_content && open] · [=holder] answers its gates[/#if]
[#list hypotheses as it]
• [=it.name]: *[=it.verdict]*
[/#list]
[#list answers as it]
• [=it]
[/#list]
[#list closing as it]
[=it]
[/#list]
[#if !carried && open]
Nobody carries it out at this moment; `blackstart resume [=run]` goes on.
[/#if]
[#if gate.id??]

*Gate [=gate.id]*[#if gate.risk?has_content] · [=gate.risk][/#if]: [=gate.headline]
[#if gate.hosts?has_content]
on [=gate.hosts?join(", ")]
[/#if]
[#if gate.people gt 1]
[=gate.people] people must say yes[#if gate.agreed?has_content]; so far [=gate.agreed?join(", ")][/#if].
[/#if]
Open until [=gate.expires]; no answer means no.
[#if in_thread]
Everything that will run, and on which evidence, stands in the thread, and the buttons below it.
[/#if]
[#if too_long]
What will run is too long for a chat, so it is not answered here: `blackstart attach [=run]` shows all of it, or `/api/v1/runs/[=run]/gates/[=gate.id]`.
[/#if]
[#if elsewhere]
Another process carries this run out and believes no answer from here: `blackstart attach [=run]` or `blackstart approve [=run]`.
[/#if]
[#if gate.more?has_content]
At a terminal (`blackstart attach [=run]`) also: [=gate.more?join("; ")].
[/#if]
[/#if]
