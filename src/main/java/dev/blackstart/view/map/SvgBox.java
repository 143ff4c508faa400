package dev.blackstart.view.map;

import dev.blackstart.inventory.Service;
import dev.blackstart.topology.Chart;
import dev.blackstart.topology.CutNeed;
import dev.blackstart.topology.Hit;
import dev.blackstart.view.Elapsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One service in the picture, and the words beside it.
record SvgBox(Chart chart, Layout layout) {
    private static final int MOST_LETTERS = 66;

    List<String> lines(Layout.Box box) {
        Service service = chart.inventory().services().get(box.service());
        List<String> lines = new ArrayList<>();
        lines.add(
                "<rect class=\"box%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>"
                        .formatted(
                                looks(box.service()),
                                layout.left(),
                                box.y(),
                                layout.wide(),
                                Layout.HIGH));
        lines.add(SvgText.of(layout.left() + 12, box.y() + 22, "name", box.service()));
        if (service != null) {
            boolean cut = cut(box.service()).isPresent();
            lines.add(
                    SvgText.of(
                            layout.words(),
                            box.y() + (cut ? 14 : 22),
                            "on",
                            shortened(where(service))));
            cut(box.service())
                    .ifPresent(it ->
                            lines.add(
                                    SvgText.of(
                                            layout.words(),
                                            box.y() + 30,
                                            "cutword",
                                            shortened(words(it)))));
        }
        return lines;
    }

    private String looks(String service) {
        boolean knot = chart.deadlocks().stream().anyMatch(it -> it.services().contains(service));
        boolean inside = chart.insides().stream().anyMatch(it -> it.service().equals(service));
        return (knot ? " knot" : "") + (inside ? " inside" : "");
    }

    private String where(Service service) {
        StringBuilder words = new StringBuilder("on " + service.runsOn().text());
        service.place().livesIn().ifPresent(it -> words.append(", lives in ").append(it));
        service.tolerates().ifPresent(it -> words.append("; borne ").append(Elapsed.shown(it)));
        int stop =
                chart.losses().stream()
                        .filter(hit -> hit.service().equals(service.name()))
                        .map(Hit::running)
                        .mapToInt(List::size)
                        .sum();
        return words
                + (stop == 0 ? "" : "; " + stop + (stop == 1 ? " stops" : " stop") + " with it");
    }

    private Optional<CutNeed> cut(String service) {
        return chart.deadlocks().stream()
                .flatMap(it -> it.cuts().stream())
                .filter(it -> it.need().service().equals(service))
                .findFirst();
    }

    private static String words(CutNeed it) {
        return "✂ without " + it.need().needs() + ": " + it.cut().says();
    }

    private static String shortened(String words) {
        return words.length() <= MOST_LETTERS ? words : words.substring(0, MOST_LETTERS - 1) + "…";
    }
}
