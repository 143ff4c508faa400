package dev.blackstart.view;

import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;

/// A step that was refused, shown so that nobody overlooks it: what it is, what it requires, and
/// the evidence.
record RefusalLines(int columns) {
    List<String> of(Runbook runbook, RunEvent.StepSettled event) {
        String title = runbook.step(event.step()).map(step -> step.heading().title()).orElse("");
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(Escaped.line("!! REFUSED  " + event.step() + ": " + title, columns));
        event.reasons().forEach(reason -> lines.addAll(below(reason)));
        lines.addAll(below("Nothing was sent."));
        lines.add("");
        return List.copyOf(lines);
    }

    private List<String> below(String words) {
        return Wrapped.lines(words, columns - 4).stream().map(line -> "!!  " + line).toList();
    }
}
