package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.NotStarted;
import dev.blackstart.view.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Host by step: what came of each step on each host that took part, and of the step as a whole.
record Matrix(Runbook runbook, RunState state, Looks looks) {
    /// The hosts that took part, in the order in which they did.
    List<HostName> hosts() {
        Set<HostName> hosts = new LinkedHashSet<>();
        runbook.steps().forEach(step -> hosts.addAll(cells(step).keySet()));
        return hosts.stream().sorted().toList();
    }

    Cell whole(Step step) {
        return state.settled(step.id())
                .map(event -> Cell.of(event.outcome()))
                .orElseGet(() ->
                        new Cell(
                                Mark.NONE,
                                reached(step) ? "not settled" : "not reached",
                                List.of()));
    }

    /// A call is reached when it was begun: its own steps carry its name before theirs.
    private boolean reached(Step step) {
        return !cells(step).isEmpty()
                || step instanceof Step.Call && state.entered(Optional.of(step.id()));
    }

    /// The cells of one step, by host name.
    Map<HostName, Cell> cells(Step step) {
        Map<HostName, Cell> cells = new LinkedHashMap<>();
        looks.of(step.id())
                .forEach((host, look) ->
                        cells.put(host, Cell.of(look.last().observation(), findings(step, look))));
        Set<HostName> acted = new LinkedHashSet<>();
        for (ActionProgress progress : state.actions().all()) {
            if (progress.intent().action().step().equals(step.id())) {
                acted.add(progress.intent().action().host());
            }
        }
        acted.forEach(host -> cells.put(host, acted(step, host)));
        NotStarted.of(step.id(), state)
                .forEach(host -> cells.put(host, new Cell(Mark.NONE, "not started", List.of())));
        return cells;
    }

    private static List<String> findings(Step step, Looks.Look look) {
        List<String> details = new ArrayList<>();
        if (step instanceof Step.Check check) {
            for (var finding : check.findings().keySet()) {
                String story = look.story(finding);
                if (!story.isEmpty()) {
                    details.add(finding + ": " + story);
                }
            }
        }
        return details;
    }

    private Cell acted(Step step, HostName host) {
        List<String> details = new ArrayList<>();
        state.waves().number(step.id(), host).ifPresent(wave -> details.add("wave " + wave));
        Optional<ActionProgress> act = Optional.empty();
        for (Purpose purpose : Purpose.values()) {
            Optional<ActionProgress> newest = state.actions().newest(step.id(), host, purpose);
            if (purpose == Purpose.ACT) {
                act = newest;
                newest.filter(it -> it.intent().action().attempt() > 1)
                        .ifPresent(it -> details.add("attempt " + it.intent().action().attempt()));
            } else {
                newest.ifPresent(it -> details.add(Cell.besides(purpose, it)));
            }
        }
        return act.map(it -> Cell.of(it, details))
                .orElseGet(() -> new Cell(Mark.OPEN, "not sent", details));
    }

    List<String> lines(int columns) {
        TextTable table = new TextTable("STEP", "HOST", "CAME OF IT");
        for (Step step : runbook.steps()) {
            Map<HostName, Cell> cells = cells(step);
            cells.forEach((host, cell) -> table.row(step.id().value(), host.value(), line(cell)));
            if (cells.isEmpty()) {
                table.row(step.id().value(), "-", whole(step).word());
            }
        }
        return table.lines(columns);
    }

    private static String line(Cell cell) {
        return cell.details().isEmpty()
                ? cell.word()
                : cell.word() + " (" + String.join(", ", cell.details()) + ")";
    }
}
