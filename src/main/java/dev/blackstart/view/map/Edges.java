package dev.blackstart.view.map;

import dev.blackstart.topology.Chart;
import dev.blackstart.topology.Deadlock;
import dev.blackstart.topology.Need;

/// What a picture says of a need: is it a part of a circle, and is it the one that is cut?
record Edges(Chart chart) {
    enum Look {
        PLAIN,
        CIRCLE,
        CUT
    }

    Look look(Need need) {
        if (chart.deadlocks().stream()
                .flatMap(it -> it.cuts().stream())
                .anyMatch(cut -> cut.need().equals(need))) {
            return Look.CUT;
        }
        return chart.deadlocks().stream().anyMatch(it -> within(it, need))
                ? Look.CIRCLE
                : Look.PLAIN;
    }

    private static boolean within(Deadlock deadlock, Need need) {
        return deadlock.services().contains(need.service())
                && deadlock.services().contains(need.needs());
    }
}
