package dev.blackstart.view.report;

import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// The timeline as numbers to draw: `x` and `wide` count thousandths of the width.
record Picture(TimeScale scale, List<Lane> lanes) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int TICKS = 5;

    Picture {
        lanes = List.copyOf(lanes);
    }

    Json json() {
        return Json.object()
                .with("ticks", new Json.Array(ticks()))
                .with("cuts", Json.array(scale.cuts(), Picture::cut))
                .with("lanes", Json.array(lanes, lane -> lane.json(scale)));
    }

    /// Each label once: in a short run some would say the same second.
    private List<Json> ticks() {
        List<Json> ticks = new ArrayList<>();
        String before = "";
        for (int i = 0; i <= TICKS; i++) {
            double x = (double) i * TimeScale.WIDE / TICKS;
            String label = CLOCK.format(scale.moment(x));
            if (!label.equals(before)) {
                ticks.add(Json.object().with("x", Lane.number(x)).with("label", label));
            }
            before = label;
        }
        return ticks;
    }

    private static Json cut(TimeScale.Part part) {
        return Json.object()
                .with("x", Lane.number(part.left()))
                .with("wide", Lane.number(part.right() - part.left()))
                .with("label", Elapsed.shown(part.length()));
    }
}
