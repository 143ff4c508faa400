[#-- The report of one run. Every value is already safe to stand in Markdown as it is. --]
[#macro item text pad=""]
[=pad]- [#list text?split("\n") as line][#if line?index gt 0]\
[=pad]  [/#if][=line][/#list]
[/#macro]
[#macro stream name it]
[#if it.bytes gt 0]

[=name], [=it.bytes] bytes, sha256 `[=it.sha256]`

[=it.head]
[#if it.lines_left_out gt 0]

… [=it.lines_left_out] lines left out …

[=it.tail]
[/#if]
[/#if]
[/#macro]
# [=headline]

**[=title]** (`[=runbook]`), run `[=run]`, by [=by], [=opened?substring(0, 19)]Z[#if as_of??], still open at [=as_of?substring(0, 19)]Z[#else] to [=last?substring(0, 19)]Z[/#if] ([=took.shown][#list time as it][#if it.phase == "closed" && it.took.ms gt 0], without the [=it.took.shown] during which it was closed[/#if][/#list]).
[=mode_says] Times are UTC.

## What was wrong

[#list wrong as it]
[@item it/]
[#else]
Nothing was confirmed.
[/#list]

## What was done

[#list done as it]
[@item it/]
[#else]
Nothing was changed.
[/#list]

## What is left to do

[#list follow_ups as it]
- [ ] [=it]
[#else]
Nothing.
[/#list]

## What was refused, and why

[#list refusals as refusal]
- [=refusal.step]: [=refusal.title][#if refusal.at??] (at [=refusal.at?substring(11, 19)] UTC; ages are of then)[/#if]
[#list refusal.reasons as reason]
[@item reason "  "/]
[/#list]
[#else]
Nothing was refused.
[/#list]

## Where the time went

| | time | share |
|---|---:|---:|
[#list time as it]
[#if it.took.ms gt 0]
| [=it.says] | [=it.took.shown] | [#if it.phase == "closed"]–[#else][=(it.per_mille / 10)?round] %[/#if] |
[/#if]
[/#list]

[#list gates as gate]
- Gate [=gate.gate] ([=gate.step]) [=gate.waited_says]: [=gate.came].
[#list gate.notes as note]
[@item note "  "/]
[/#list]
[#else]
No gate was opened.
[/#list]

## Hypotheses

[#list hypotheses as hypothesis]
- **[=hypothesis.verdict]** [=hypothesis.name]: [=hypothesis.says] (weighed at [=hypothesis.at?substring(11, 19)] UTC; ages are of then)
[#list hypothesis.reasons as reason]
[@item reason "  "/]
[/#list]
[#if hypothesis.history?size gt 1]
  - before: [#list hypothesis.history as it][=it.verdict] at [=it.at?substring(11, 19)][#sep], [/#sep][/#list]
[/#if]
[#else]
None got a verdict.
[/#list]
[#if first_mover??]

First mover: [=first_mover.finding] on [=first_mover.host] was [=first_mover.value] at [=first_mover.at?substring(11, 19)] (check [=first_mover.step]).
[/#if]

## Evidence

[=plain.evidence]

## Hosts and steps

[=plain.matrix]
[#if host_events?has_content]

## What happened to hosts

[#list host_events as it]
- [=it.at?substring(11, 19)] [=it.host] [=it.kind]: [=it.says?replace("\n", " ")]
[/#list]
[/#if]

## Timeline

[=plain.log]

## Outputs

[#list outputs as step]
[#list step.said as it]
<details><summary>[=step.step] on [=it.host], [=it.what]: [=it.came?replace("\n", " ")]</summary>
[#if it.stdout??]
[@stream "stdout" it.stdout/]
[@stream "stderr" it.stderr/]
[/#if]

</details>

[/#list]
[#else]
No command was sent.
[/#list]

---
Journal head `[=journal_head]`; `blackstart audit verify` checks the chain.
