package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The steps that a closed run went on without, or never came to: what they were for is still open.
record LeftSteps(Runbook runbook, RunState state) {
    private static final String ENDED = "the run ended before";

    List<String> sentences() {
        List<String> left = new ArrayList<>();
        List<Step> looks = new ArrayList<>();
        for (Step step : runbook.steps()) {
            if (skipped(step)) {
                left.add(still(step, why(step)));
            }
            if (neverReached(step)) {
                switch (step) {
                    case Step.Check it -> {
                        if (state.evidence().of(it.id()).isEmpty()) {
                            looks.add(it);
                        }
                    }
                    case Step.Ask it -> looks.add(it);
                    case Step.Derive it -> {}
                    case Step.Wait it -> left.add(still(it, ENDED));
                    case Step.Manual it -> left.add(still(it, ENDED));
                    case Step.Acting it -> left.add(acting(it));
                    case Step.Call it -> {}
                }
            }
        }
        if (!looks.isEmpty()) {
            left.add(
                    looks.stream()
                            .map(step -> step.id().value())
                            .collect(
                                    Collectors.joining(
                                            ", ", "", ": not looked at; " + ENDED + ".")));
        }
        return left;
    }

    /// Skipped, or refused for want of evidence. A check that was left out is seen where something
    /// needed it.
    private boolean skipped(Step step) {
        return (step instanceof Step.Acting || step instanceof Step.Manual)
                && state.settled(step.id())
                        .filter(it ->
                                it.outcome() == StepOutcome.SKIPPED && !proven(step)
                                        || it.outcome() == StepOutcome.UNDECIDED)
                        .isPresent();
    }

    /// A run does not recover without what it was to repair, unless that proved well all the same.
    private boolean proven(Step step) {
        boolean repairs =
                step instanceof Step.Action
                        || step instanceof Step.Manual manual && manual.verify().isPresent();
        return repairs
                && state.closed()
                        .map(RunEvent.Closed::verdict)
                        .filter(it -> it == Verdict.RECOVERED || it == Verdict.RECOVERED_WITH_LOANS)
                        .isPresent();
    }

    private boolean neverReached(Step step) {
        return state.settled(step.id()).isEmpty()
                && state.closed()
                        .map(RunEvent.Closed::verdict)
                        .filter(it -> it != Verdict.DIAGNOSED)
                        .isPresent();
    }

    private String why(Step step) {
        String why = state.settled(step.id()).map(it -> String.join("; ", it.reasons())).orElse("");
        return why.isEmpty() ? "it was skipped" : why;
    }

    private static String still(Step step, String why) {
        return named(step) + " is still to be done: " + why + ".";
    }

    /// One that waited in waves names its hosts elsewhere.
    private String acting(Step.Acting step) {
        List<HostName> sent =
                state.actions().all().stream()
                        .map(ActionProgress::intent)
                        .filter(it -> it.purpose() == Purpose.ACT)
                        .filter(it -> it.action().step().equals(step.id()))
                        .map(it -> it.action().host())
                        .distinct()
                        .toList();
        return sent.isEmpty()
                ? still(step, ENDED)
                : "%s was sent to %s and is not proven: %s."
                        .formatted(named(step), Words.hosts(sent), ENDED);
    }

    private static String named(Step step) {
        String title = step.heading().title();
        return title.isEmpty() ? step.id().value() : "“" + title + "” (" + step.id() + ")";
    }
}
