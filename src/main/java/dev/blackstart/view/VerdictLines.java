package dev.blackstart.view;

import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Weighed;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Runbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the evidence says about one hypothesis when a block of checks has ended: the verdict, what
/// speaks for it or against it, or which missing evidence would decide.
record VerdictLines(int columns) {
    List<String> of(Runbook runbook, RunEvent.Established event) {
        List<String> reasons = new ArrayList<>();
        for (String reason : event.reasons()) {
            reasons.addAll(indented(side(event.verdict()), reason));
        }
        return of(runbook, event, reasons);
    }

    /// Each reason of an undecided one labelled by what is true of it.
    List<String> of(Runbook runbook, RunEvent.Established event, Weighed weighed) {
        return event.verdict() == HypothesisVerdict.UNDECIDED
                ? of(runbook, event, new HypothesisLines(runbook, columns).undecided(weighed))
                : of(runbook, event);
    }

    private List<String> of(Runbook runbook, RunEvent.Established event, List<String> reasons) {
        Optional<Hypothesis> hypothesis =
                Optional.ofNullable(runbook.hypotheses().get(event.hypothesis()));
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(event.verdict() + "  " + event.hypothesis());
        hypothesis.ifPresent(it -> lines.addAll(indented("", it.says())));
        lines.addAll(reasons);
        hypothesis
                .filter(it -> event.verdict() == HypothesisVerdict.CONFIRMED)
                .flatMap(Hypothesis::doNot)
                .ifPresent(words -> lines.addAll(indented("CAUTION", words)));
        return List.copyOf(lines);
    }

    private static String side(HypothesisVerdict verdict) {
        return switch (verdict) {
            case CONFIRMED -> "for";
            case REFUTED -> "against";
            case UNDECIDED -> "missing";
        };
    }

    private List<String> indented(String label, String words) {
        return Section.whole("  " + label, Wrapped.lines(words, columns - 2 - Section.INDENT))
                .shownAt(Section.INDENT + 2);
    }
}
