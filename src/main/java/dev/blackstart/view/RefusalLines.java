package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// A step that was refused, shown so that nobody overlooks it: what, what it requires, and the evidence.
record RefusalLines(int columns) {
    List<String> of(Runbook runbook, RunEvent.StepSettled event) {
        String title = runbook.step(event.step()).map(step -> step.heading().title()).orElse("");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Escaped.line("!! REFUSED  " + event.step() + ": " + title, columns));
        runbook.step(event.step())
                .filter(Step.Acting.class::isInstance)
                .flatMap(step -> ((Step.Acting) step).execution().requires())
                .ifPresent(it -> lines.addAll(below("it requires " + it.text())));
        event.reasons().forEach(reason -> lines.addAll(below(reason)));
        lines.addAll(below("Nothing was sent."));
        lines.add("");
        return List.copyOf(lines);
    }

    private List<String> below(String words) {
        return Wrapped.lines(words, columns - 4).stream().map(line -> "!!  " + line).toList();
    }
}
