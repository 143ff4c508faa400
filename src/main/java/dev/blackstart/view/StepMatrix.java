package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Host by step: what came of each step on each host that took part.
record StepMatrix(Runbook runbook, RunState state) {
    List<String> lines(int columns) {
        TextTable table = new TextTable("STEP", "HOST", "CAME OF IT");
        for (Step step : runbook.steps()) {
            Set<HostName> hosts = hosts(step.id());
            hosts.forEach(
                    host -> table.row(step.id().value(), host.value(), word(step.id(), host)));
            if (hosts.isEmpty()) {
                table.row(step.id().value(), "-", settled(step.id()));
            }
        }
        return table.lines(columns);
    }

    private Set<HostName> hosts(StepId step) {
        Set<HostName> hosts = new LinkedHashSet<>(state.evidence().of(step).keySet());
        state.actions().all().stream()
                .filter(progress -> progress.intent().action().step().equals(step))
                .forEach(progress -> hosts.add(progress.intent().action().host()));
        return hosts;
    }

    private String settled(StepId step) {
        return state.settled(step)
                .map(event -> event.outcome().word().replace('_', ' '))
                .orElse("not reached");
    }

    private String word(StepId step, HostName host) {
        List<String> words = new ArrayList<>();
        state.evidence()
                .of(step, host)
                .ifPresent(evidence -> words.add(word(evidence.observation())));
        for (Purpose purpose : Purpose.values()) {
            state.actions()
                    .newest(step, host, purpose)
                    .ifPresent(progress -> words.add(word(purpose, progress)));
        }
        return String.join(", ", words);
    }

    private static String word(Purpose purpose, ActionProgress progress) {
        String outcome =
                progress.outcome().map(Outcome::word).orElse("not ended").replace('_', ' ');
        return switch (purpose) {
            case PRESERVE -> "evidence kept: " + outcome;
            case ACT -> outcome;
            case RELEASE -> "released: " + outcome;
            case UNDO -> "undone: " + outcome;
        };
    }

    private static String word(Observation observation) {
        return switch (observation) {
            case Observation.Seen seen -> seen.timedOut() ? "hung" : "answered";
            case Observation.NoAnswer none -> "no answer";
            case Observation.NotAdmissible not -> "may not testify";
        };
    }
}
