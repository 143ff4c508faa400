package dev.blackstart.view.report;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A condition with the steps that tell whether it holds, so that a reader of paper finds them.
record SheetSources(Runbook runbook) {
    String words(Condition condition) {
        List<String> numbers =
                Stream.concat(
                                condition.references().findings().stream(),
                                condition.references().answers().stream())
                        .map(this::number)
                        .filter(number -> number > 0)
                        .distinct()
                        .sorted()
                        .map(String::valueOf)
                        .toList();
        String from =
                numbers.stream()
                        .collect(
                                Collectors.joining(
                                        ", ", numbers.size() == 1 ? " (step " : " (steps ", ")"));
        return InWords.of(condition) + (numbers.isEmpty() ? "" : from);
    }

    /// 0 when no step yields it.
    private int number(FindingName finding) {
        List<Step> steps = runbook.steps();
        for (Step step : steps) {
            boolean here =
                    switch (step) {
                        case Step.Check it -> it.findings().containsKey(finding);
                        case Step.Derive it -> it.finding().equals(finding);
                        case Step.Ask it -> it.finding().equals(finding);
                        case Step.Acting it -> false;
                        case Step.Wait it -> false;
                        case Step.Manual it -> false;
                        case Step.Call it -> false;
                    };
            if (here) {
                return steps.indexOf(step) + 1;
            }
        }
        return 0;
    }
}
