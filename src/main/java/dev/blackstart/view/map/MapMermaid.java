package dev.blackstart.view.map;

import dev.blackstart.inventory.Service;
import dev.blackstart.topology.Chart;
import dev.blackstart.topology.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The map of services as a Mermaid flowchart. An arrow leads to what is needed: a line to start,
/// dots to run; thick where it closes a circle.
public record MapMermaid(Chart chart) {
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        Map<String, String> ids = new LinkedHashMap<>();
        for (Service service : chart.inventory().services().values()) {
            ids.put(service.name(), "s" + ids.size());
            lines.add(
                    "  %s[\"%s<br/><small>%s</small>\"]"
                            .formatted(
                                    ids.get(service.name()),
                                    service.name(),
                                    service.runsOn().text()));
        }
        Edges edges = new Edges(chart);
        for (Need need : chart.needs()) {
            lines.add(
                    "  %s %s|%s| %s"
                            .formatted(
                                    ids.get(need.service()),
                                    arrow(need, edges.look(need)),
                                    label(need, edges.look(need)),
                                    ids.get(need.needs())));
        }
        return lines;
    }

    private static String arrow(Need need, Edges.Look look) {
        return switch (look) {
            case CIRCLE -> "==>";
            case CUT -> "-.-x";
            case PLAIN -> need.toStart() ? "-->" : "-.->";
        };
    }

    private static String label(Need need, Edges.Look look) {
        return look == Edges.Look.CUT ? need.kind() + ", cut here" : need.kind();
    }
}
