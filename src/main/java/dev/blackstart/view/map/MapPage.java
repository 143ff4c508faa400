package dev.blackstart.view.map;

import dev.blackstart.inventory.Service;
import dev.blackstart.topology.Chart;
import dev.blackstart.topology.CutNeed;
import dev.blackstart.topology.Deadlock;
import dev.blackstart.topology.Hit;
import dev.blackstart.topology.Objection;
import dev.blackstart.topology.StartOrder;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Wrapped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The map of services as a page of text: what stands in its own way, the order of a black start,
/// what each loss breaks, and what an outage of some length leaves behind.
public record MapPage(
        Chart chart, List<Objection> objections, Optional<Duration> outage, int columns) {
    public MapPage {
        objections = List.copyOf(objections);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (chart.inventory().services().isEmpty()) {
            return Wrapped.lines(
                    "The inventory names no services; write `services` with `runs_on` and `needs` into it, and there is a map.",
                    columns);
        }
        ways(lines);
        order(lines);
        losses(lines);
        outage.ifPresent(length -> lines.addAll(new LadderLines(chart, length, columns).lines()));
        return List.copyOf(lines);
    }

    private void ways(List<String> lines) {
        lines.add("What stands in its own way");
        if (objections.isEmpty()) {
            lines.add("  nothing");
        }
        for (Objection objection : objections) {
            item(lines, objection.error() ? "!! " : "   ", objection.says());
        }
        for (List<String> circle : chart.together()) {
            item(
                    lines,
                    "   ",
                    "these need each other to run, so they fall together and start together: "
                            + String.join(", ", circle));
        }
    }

    private void order(List<String> lines) {
        StartOrder order = chart.order();
        lines.add("");
        lines.add("Order of a black start");
        for (int wave = 0; wave < order.waves().size(); wave++) {
            List<String> services = order.waves().get(wave);
            item(lines, "%2d. ".formatted(wave + 1), String.join(", ", services));
            for (CutNeed cut : cuts(services)) {
                item(
                        lines,
                        "      ",
                        "%s without %s: %s"
                                .formatted(
                                        cut.need().service(),
                                        cut.need().needs(),
                                        cut.cut().says()
                                                + cut.cut()
                                                        .runbook()
                                                        .map(it -> "; blackstart run " + it)
                                                        .orElse("")));
            }
        }
        if (!order.stuck().isEmpty()) {
            item(lines, "!! ", "never: " + String.join(", ", order.stuck()));
        }
    }

    private List<CutNeed> cuts(List<String> services) {
        return chart.deadlocks().stream()
                .map(Deadlock::cuts)
                .flatMap(List::stream)
                .filter(cut -> services.contains(cut.need().service()))
                .toList();
    }

    private void losses(List<String> lines) {
        lines.add("");
        lines.add("What the loss of each breaks");
        for (Hit hit : chart.losses()) {
            Optional<Service> service =
                    Optional.ofNullable(chart.inventory().services().get(hit.service()));
            item(
                    lines,
                    "",
                    hit.service()
                            + service.map(it -> ", on " + it.runsOn().text()).orElse("")
                            + hit.tolerates().map(it -> ", borne " + Elapsed.shown(it)).orElse(""));
            if (hit.running().isEmpty() && hit.starting().isEmpty()) {
                item(lines, "    ", "nothing else");
            }
            named(lines, "stop with it: ", hit.running().stream().map(Hit.Dependant::service));
            named(lines, "cannot start again: ", hit.starting().stream());
        }
    }

    private void named(List<String> lines, String before, Stream<String> services) {
        String names = services.collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            item(lines, "    ", before + names);
        }
    }

    private void item(List<String> lines, String mark, String words) {
        String before = "  " + mark;
        List<String> wrapped = Wrapped.lines(words, Math.max(20, columns - before.length()));
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add((i == 0 ? before : " ".repeat(before.length())) + wrapped.get(i));
        }
    }
}
