[#-- A runbook to follow by hand. Every value is already safe to stand in Markdown as it is. --]
[#macro command it]

[#if it.root!false]As root (`sudo -s` before[#if it.stay!false], and stay in that shell[#else], `exit` after[/#if])[#else]Type[/#if][#if it.stdin??], with the secret [=it.stdin] on standard input[/#if][#if it.script??]; the script is [=it.script], at the end of this page[/#if]:

[=it.code]
[/#macro]
[#macro weigh hypotheses]
| | confirmed when all hold | refuted when one holds | came of it |
|---|---|---|---|
[#list hypotheses as it]
| **[=it.name]**: [=cell(it.says)] | [=cell(it.confirmed_by?join("; "))] | [=cell(it.refuted_by?join("; "))] | ☐ confirmed ☐ refuted ☐ not decided |
[/#list]
[#list hypotheses as it]
[#if it.do_not??]

> **While [=it.name] may hold:** [=it.do_not]
[/#if]
[/#list]
[/#macro]
[#function cell text][#return text?replace("|", "\\|")?replace("\n", " ")][/#function]
# [=runbook]: [=title]

[#if owner??]Owner: [=owner]. [/#if]Followed by hand by ______________ on ______________, from ________ to ________ UTC.

Work from top to bottom. A host that does not answer is *not known*, which is neither yes nor no. What is not known
allows nothing. Blanks such as ‹name› are yours to fill in.
[#if parameters?has_content]

## Values

| name | value here | what it is |
|---|---|---|
[#list parameters as it]
| [=it.name] | [=cell(it.default!"______________")] | [=cell(it.help)][#if it.values?has_content] (one of [=cell(it.values?join(", "))])[/#if] |
[/#list]
[/#if]
[#if hosts?has_content]

## How to reach the hosts

| host | type | host key |
|---|---|---|
[#list hosts as it]
| [=it.host] | [#if it.ssh??]`[=it.ssh]`[#else]go to its console[/#if] | [#if it.key??]`[=it.key]`[/#if] |
[/#list]
[/#if]
[#if needs?has_content]

## What the hosts must have

Type this on them before the work begins. It prints what is lacking, and nothing when all is there.
[#list needs as it]

- ☐ On [=it.on]: [=it.tools?join(", ")]

[=it.code]

  Lacking, and where: ________________________________________
[/#list]
[/#if]
[#assign phases = steps?filter(it -> it.kind == "call")]
[#if phases?has_content]

## The phases

Each begins with what may be wrong there and what must not be done.

[#list phases as it]
- ☐ From step [=it.number]: [=it.title]
[/#list]
[/#if]
[#assign own = hypotheses?filter(it -> !it.name?contains("."))]
[#if own?has_content]

## What may be wrong, and what else it could be

Fill in the last column as the steps are done. What is not decided allows nothing; if all are refuted it is something
that is not on this page: stop, and call somebody.

[@weigh own/]
[/#if]
[#list steps as step]

## ☐ [=step.number]. [=step.title] ([=step.id], [=step.kind][#if step.risk??], [=step.risk][/#if])

[#if step.why??]
[=step.why]

[/#if]
[#if step.not_run_here??]
> **Not run here:** [=step.not_run_here]

[/#if]
[#if step.risk_says??]
**[=step.risk_says]**

[#list step.agree![] as it]
- ☐ [=it] ______________ at ________ UTC
[/#list]
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
[#if step.original??]

**Write down the original first.** It is kept as ORIGINAL in the shell in which this is typed, where what takes
the change back needs it.
[@command step.original/]
[/#if]
[#if step.place??]

Put the file [=step.place_to] in place; what is there is kept as [=step.place_to].before.
[@command step.place/]
[#if step.command??]

Only if it is in place:
[/#if]
[/#if]
[#if step.short??]

In short, as root, where nothing can be pasted; the whole is below:

[=step.short.code]
[/#if]
[#if step.command??]
[@command step.command/]
[/#if]
[#if step.do??]

[=step.do?replace("\n", "  \n")]
[/#if]
[#list step.with![] as it]
- with [=it]
[/#list]
[#if step.hypotheses?has_content]

**What may be wrong there, and what else it could be:**

[@weigh step.hypotheses/]
[/#if]
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
[#if step.original??]

In the shell that has the ORIGINAL of this host; in a new one give it that first, as it was written down: `export ORIGINAL='…'`.
[/#if]
[@command step.undo/]
[/#if]
[#if step.release??]

**It goes on working.** End it only after [=step.release.after] is done:
[@command step.release/]
[/#if]
[/#list]
[#if owed?has_content]

## What is still owed

The work is not done before each of these is.
[#list owed as it]

- ☐ Step [=it.step], [=it.title]: [=it.what]. Done on ______________ at ________ UTC by ______________
[/#list]
[/#if]

## What happened

| UTC | what was seen or done, and by whom |
|---|---|
[#list 1..6 as it]
|  |  |
[/#list]
[#assign scripts = files?filter(it -> !it.source)]
[#if scripts?has_content]

## The scripts

Each block makes its file when it is pasted on a host, in the folder in which the commands are typed.
[#list scripts as it]

### [=it.path]

[=it.code]
[/#list]
[/#if]
