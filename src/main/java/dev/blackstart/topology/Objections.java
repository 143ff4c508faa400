package dev.blackstart.topology;

import dev.blackstart.inventory.Cut;
import dev.blackstart.inventory.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is wrong with a map, one sentence each; what has no way out first.
///
/// @param runbooks names of the runbooks there are
/// @param outage with a length, what an outage of it leaves broken counts too
public record Objections(Chart chart, Set<String> runbooks, Optional<Duration> outage) {
    public Objections {
        runbooks = Set.copyOf(runbooks);
    }

    public List<Objection> all() {
        List<Objection> all = new ArrayList<>();
        chart.deadlocks().forEach(deadlock -> all.add(deadlock(deadlock)));
        chart.insides().forEach(inside -> all.add(inside(inside)));
        chart.inventory().services().values().forEach(service -> all.addAll(missing(service)));
        outage.ifPresent(length -> all.addAll(left(length)));
        List<Objection> sorted = new ArrayList<>(all.stream().filter(Objection::error).toList());
        all.stream().filter(it -> !it.error()).forEach(sorted::add);
        return sorted;
    }

    private Objection deadlock(Deadlock deadlock) {
        String circle = "none of these can be the first to start: " + arrows(deadlock.names());
        if (!deadlock.opened()) {
            return new Objection(
                    true,
                    circle
                            + "; nothing that is written down opens it: give one of them `cuts`, or move it outside");
        }
        String cuts =
                deadlock.cuts().stream().map(Objections::cut).collect(Collectors.joining(", and "));
        return new Objection(!known(deadlock.cuts()), circle + "; cheapest cut: " + cuts);
    }

    private static String cut(CutNeed it) {
        String by =
                it.cut()
                        .runbook()
                        .map(runbook -> "blackstart run " + runbook)
                        .orElse("by hand, no runbook is named");
        return "%s does without %s, %s (cost %d; %s)"
                .formatted(
                        it.need().service(),
                        it.need().needs(),
                        it.cut().says(),
                        it.cut().cost(),
                        by);
    }

    /// Is there a runbook for each?
    private boolean known(Collection<CutNeed> cuts) {
        return cuts.stream()
                .allMatch(it -> it.cut().runbook().filter(runbooks::contains).isPresent());
    }

    private Objection inside(Inside inside) {
        boolean opened =
                inside.circle()
                        && chart.deadlocks().stream()
                                .filter(it -> it.services().contains(inside.service()))
                                .allMatch(it -> it.opened() && known(it.cuts()));
        return new Objection(
                !opened,
                inside.service()
                        + " "
                        + inside.why()
                        + (opened ? "; only the cut helps" : "; move it outside"));
    }

    private List<Objection> missing(Service service) {
        List<Objection> missing = new ArrayList<>();
        for (Cut cut : service.cuts()) {
            cut.runbook()
                    .filter(name -> !runbooks.contains(name))
                    .ifPresent(name -> missing.add(missing(service, "a cut", name)));
        }
        service.thresholds()
                .forEach(it ->
                        it.runbook()
                                .filter(name -> !runbooks.contains(name))
                                .ifPresent(name ->
                                        missing.add(missing(service, "a threshold", name))));
        return missing;
    }

    private static Objection missing(Service service, String what, String name) {
        return new Objection(
                true,
                "%s of %s names the runbook %s, and there is none of that name"
                        .formatted(what, service.name(), name));
    }

    private List<Objection> left(Duration length) {
        return chart.ladder(length).stream()
                .filter(Rung::crossed)
                .filter(rung -> rung.threshold().healedBy().isEmpty())
                .map(rung ->
                        new Objection(
                                true,
                                "%s: %s, and nothing says what heals it; write `healed_by`"
                                        .formatted(rung.service(), rung.threshold().says())))
                .toList();
    }

    private static String arrows(List<String> names) {
        return String.join(" -> ", names);
    }
}
