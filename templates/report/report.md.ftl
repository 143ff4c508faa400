[#-- The report of one run. Every value is already safe to stand in Markdown as it is. --]
# [=headline]

**[=title]** (`[=runbook]`), run `[=run]`, by [=by], [=opened] to [=last] ([=took]).
[=mode]

## What was wrong

[#if wrong?has_content]
[#list wrong as it]
- [=it]
[/#list]
[#else]
Nothing was confirmed.
[/#if]

## What was done

[#if done?has_content]
[#list done as it]
- [=it]
[/#list]
[#else]
Nothing was changed.
[/#if]

## What was refused, and why

[#if refusals?has_content]
[#list refusals as refusal]
- [=refusal.step]
[#list refusal.reasons as reason]
  - [=reason]
[/#list]
[/#list]
[#else]
Nothing was refused.
[/#if]

## What is left to do

[#if followups?has_content]
[#list followups as it]
- [ ] [=it]
[/#list]
[#else]
Nothing.
[/#if]

## Hypotheses

[#list hypotheses as hypothesis]
- **[=hypothesis.verdict]** [=hypothesis.name]: [=hypothesis.says]
[#list hypothesis.reasons as reason]
  - [=reason]
[/#list]
[#else]
None got a verdict.
[/#list]

## Evidence

[=evidence]

## Hosts and steps

[=matrix]

## Outputs, by digest

[#list outputs as output]
- [=output.action]: [=output.outcome]; stdout [=output.stdout]; stderr [=output.stderr]
[#else]
No command that changes anything was sent.
[/#list]

## Timeline

[=timeline]

---
Journal head `[=head]`; `blackstart audit verify` checks the chain.
