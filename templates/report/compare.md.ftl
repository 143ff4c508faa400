[#-- Two runs side by side. Every value is already safe to stand in Markdown as it is. --]
[#macro rows title items none]

## [=title]

[#if items?has_content]
| | A | B |
|---|---|---|
[#list items as it]
| [=it.name?replace("\n", " ")] | [=(it.a!"–")?replace("\n", " ")] | [=(it.b!"–")?replace("\n", " ")] |
[/#list]
[#else]
[=none]
[/#if]
[/#macro]
# Two runs of [=a.runbook][#if !same_runbook] and [=b.runbook][/#if]

| | A | B |
|---|---|---|
| run | `[=a.run]` | `[=b.run]` |
| came to | [=a.headline] | [=b.headline] |
| runbook | [=a.runbook] | [=b.runbook] |
| mode | [=a.mode] | [=b.mode] |
| by | [=a.by] | [=b.by] |
| opened | [=a.opened?substring(0, 19)]Z | [=b.opened?substring(0, 19)]Z |
| took | [=a.took.shown] | [=b.took.shown] |
[#list time as it]
[#if it.a.ms + it.b.ms gt 0]
| [=it.says] | [=it.a.shown] | [=it.b.shown] |
[/#if]
[/#list]
[@rows "Verdicts" verdicts "Neither run weighed a hypothesis."/]
[@rows "Steps whose outcome differs" steps "Every step came to the same."/]
[#if loans?has_content]
[@rows "Loans" loans ""/]
[/#if]
[@rows "Hosts on which a step came to something else" cells "Every step came to the same on every host."/]
[@rows "Findings whose values differ" findings "Every check found the same on every host."/]
[@rows "Parameters that differ" parameters "Both had the same parameters."/]

## Who waited for whom

[#if waits?has_content]
| waited for | A | B |
|---|---|---|
[#list waits as it]
| [=it.who] | [=it.a.shown] | [=it.b.shown] |
[/#list]
[#else]
Neither run opened a gate.
[/#if]

[#if same_files]
Both runs were opened with the same files.
[#else]
The runs were opened with different files:
[#list files as it]
- [=it.name]
[/#list]
[/#if]
