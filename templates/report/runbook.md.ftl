[#-- A runbook to follow by hand. Every value is already safe to stand in Markdown as it is. --]
[#macro command it]

[#if it.root!false]As root:[#else]Type:[/#if][#if it.stdin??] (with the secret [=it.stdin] on standard input)[/#if]

[=it.code]

[#if it.script??]
The script [=it.script] is at the end of this page; save it under that name first.
[/#if]
[/#macro]
# [=runbook]: [=title]

[#if owner??]Owner: [=owner]. [/#if]Followed by hand by ______________ on ______________, from ________ to ________ UTC.

Work from top to bottom. A host that does not answer is *not known*, which is neither yes nor no. What is not known
allows nothing. Blanks such as ‹name› are yours to fill in.
[#if parameters?has_content]

## Values

| name | value here | what it is |
|---|---|---|
[#list parameters as it]
| [=it.name] | [=it.default!"______________"] | [=it.help][#if it.values?has_content] (one of [=it.values?join(", ")])[/#if] |
[/#list]
[/#if]
[#if hypotheses?has_content]

## What may be wrong

| | confirmed when all hold | refuted when one holds | came of it |
|---|---|---|---|
[#list hypotheses as it]
| **[=it.name]**: [=it.says] | [=it.confirmed_by?join("; ")] | [=it.refuted_by?join("; ")] | ☐ confirmed ☐ refuted ☐ not decided |
[/#list]
[#list hypotheses as it]
[#if it.do_not??]

> **While [=it.name] may hold:** [=it.do_not]
[/#if]
[/#list]
[/#if]
[#list steps as step]

## ☐ [=step.number]. [=step.title] ([=step.id], [=step.kind][#if step.risk??], [=step.risk][/#if])

[#if step.why??]
[=step.why]

[/#if]
[#if step.risk_says??]
**[=step.risk_says]**

[/#if]
[#if step.when??]
- ☐ Only needed when: [=step.when]
[/#if]
[#if step.requires??]
- ☐ Only allowed when: [=step.requires]
[/#if]
[#if step.on??]
- On: [=step.on][#if step.limit??], at most [=step.limit] of them[/#if][#if step.where??], only hosts where [=step.where][/#if]
[/#if]
[#list step.needs![] as it]
- The host needs: [=it]
[/#list]
[#list step.spread![] as it]
- [=it]
[/#list]
[#list step.locks![] as it]
- Nobody else may work on [=it] meanwhile.
[/#list]
[#list step.preserve![] as it]

First save the evidence that this destroys.
[@command it/]
[/#list]
[#if step.command??]
[@command step.command/]
[/#if]
[#if step.do??]
[=step.do]
[/#if]
[#list step.with![] as it]
- with [=it]
[/#list]
[#if step.answers??]

[#list step.answers as it]
- ☐ [=it]
[/#list]
[/#if]
[#if step.work_out??]

Work out for each host: [=step.work_out]
[/#if]
[#if step.timeout?? && step.command??]

If it has not ended after [=step.timeout], it hangs; write that down as its result.
[/#if]

[#list step.expect![] as it]
- [=it]
[/#list]
[#if step.proof??]

**Proof:** [=step.proof]
[/#if]
[#if step.columns??]

| host |[#list step.columns as it] [=it] |[/#list]
|---|[#list step.columns as it]---|[/#list]
[#list step.hosts as host]
| [=host?has_content?then(host, "______")] |[#list step.columns as it]  |[/#list]
[/#list]
[/#if]
[#if step.undo??]

**To take it back:**
[@command step.undo/]
[/#if]
[#if step.release??]

**It goes on working.** End it only after [=step.release.after] is done:
[@command step.release/]
[/#if]
[/#list]
[#if files?has_content]

## The scripts

[#list files as it]

### [=it.path]

[=it.code]
[/#list]
[/#if]
