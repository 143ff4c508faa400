package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Inspections;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Escaped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a run changed or may have changed, one sentence a step and purpose, with the hosts; then
/// what people did by hand, and what they sent of their own, of which nobody can tell whether it
/// changed anything.
final class Deeds {
    private static final String CHANGED = "; it may have changed something before";
    private static final String NOT_KNOWN =
            "how it ended is not known; it may have changed something";

    /// @param doubt how it ended, where that leaves open what it changed; empty after success
    private record Deed(StepId step, Purpose purpose, String doubt) {}

    private Deeds() {}

    static List<String> of(Runbook runbook, RunState state) {
        Map<Deed, Set<HostName>> deeds = new LinkedHashMap<>();
        for (ActionProgress progress : state.actions().all()) {
            Purpose purpose = progress.intent().purpose();
            if (purpose != Purpose.PRESERVE && reachedTheHost(progress)) {
                deeds.computeIfAbsent(
                                new Deed(
                                        progress.intent().action().step(),
                                        purpose,
                                        doubt(progress)),
                                any -> new LinkedHashSet<>())
                        .add(progress.intent().action().host());
            }
        }
        List<String> sentences = new ArrayList<>();
        deeds.forEach((deed, hosts) -> sentences.add(sentence(runbook, deed, hosts)));
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Manual && done(step.id(), state)) {
                sentences.add(title(runbook, step.id()) + " (" + step.id() + ", by hand)");
            }
        }
        state.amendments().all().forEach(it -> sentences.add(amended(it)));
        state.takingUps().amended().stream()
                .map(recorded -> (RunEvent.RunbookAmended) recorded.event())
                .forEach(it -> sentences.add(amended(it)));
        state.inspections().all().forEach(it -> sentences.add(sentence(it)));
        return List.copyOf(sentences);
    }

    private static boolean reachedTheHost(ActionProgress progress) {
        return progress.outcome()
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Succeeded it -> true;
                            case Outcome.Failed it -> true;
                            case Outcome.TimedOut it -> true;
                            case Outcome.Unknown it -> true;
                            case Outcome.Unreachable it -> false;
                            case Outcome.Rehearsed it -> false;
                        })
                .orElse(true);
    }

    private static String doubt(ActionProgress progress) {
        return progress.outcome()
                .map(outcome ->
                        switch (outcome) {
                            case Outcome.Succeeded it -> "";
                            case Outcome.Failed it -> "ended with " + it.how() + CHANGED;
                            case Outcome.TimedOut it -> "was stopped at its deadline" + CHANGED;
                            case Outcome.Unknown it -> NOT_KNOWN;
                            case Outcome.Unreachable it -> "";
                            case Outcome.Rehearsed it -> "";
                        })
                .orElse(NOT_KNOWN);
    }

    private static String amended(RunEvent.Amended it) {
        return "%s changed the command of %s on %s to: %s"
                .formatted(it.by(), it.action().step(), it.action().host(), it.after());
    }

    private static String amended(RunEvent.RunbookAmended it) {
        return "%s amended the runbook in this run, for %s; the journal has the difference"
                .formatted(
                        it.by(),
                        it.steps().stream().map(StepId::value).collect(Collectors.joining(", ")));
    }

    private static boolean done(StepId step, RunState state) {
        return state.settled(step).filter(it -> it.outcome() == StepOutcome.SUCCEEDED).isPresent();
    }

    private static String sentence(Runbook runbook, Deed deed, Set<HostName> hosts) {
        String what =
                switch (deed.purpose()) {
                    case PRESERVE, ACT -> title(runbook, deed.step());
                    case RELEASE -> "Released " + deed.step();
                    case UNDO -> "Undid " + deed.step();
                };
        String who = what + " (" + deed.step() + " on " + names(hosts) + ")";
        return deed.doubt().isEmpty() ? who : who + ": " + deed.doubt();
    }

    private static String sentence(Inspections.Inspection inspection) {
        RunEvent.InspectionStarted asked = inspection.started();
        return "A command of %s's own, sent as typed and not checked, `%s` (inspect at %s on %s: %s)"
                .formatted(
                        asked.by(),
                        Escaped.line(asked.command(), 200),
                        asked.step(),
                        asked.host(),
                        inspection.came());
    }

    static String title(Runbook runbook, StepId step) {
        return runbook.step(step)
                .map(it -> it.heading().title())
                .filter(title -> !title.isEmpty())
                .orElse(step.value());
    }

    private static String names(Set<HostName> hosts) {
        return Words.hosts(hosts);
    }
}
