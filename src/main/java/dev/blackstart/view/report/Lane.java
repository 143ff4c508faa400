package dev.blackstart.view.report;

import dev.blackstart.view.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// One lane of the timeline picture: what lasted as bars, what happened at once as marks.
///
/// @param note words beside the lane, such as who answered
record Lane(String group, String label, String note, List<Bar> bars, List<Mark> marks) {
    /// @param kind such as `check`, `waiting`, `acting`
    record Bar(Instant from, Instant until, String kind, String says) {}

    /// @param sign one letter
    record Mark(Instant at, String kind, String sign, String says) {}

    Lane {
        bars = merged(bars);
        marks = List.copyOf(marks);
    }

    /// Bars of one kind that touch become one.
    private static List<Bar> merged(List<Bar> bars) {
        List<Bar> merged = new ArrayList<>();
        for (Bar bar : bars.stream().sorted(Comparator.comparing(Bar::from)).toList()) {
            Bar before = merged.isEmpty() ? bar : merged.getLast();
            if (!merged.isEmpty()
                    && before.kind().equals(bar.kind())
                    && before.says().equals(bar.says())
                    && !bar.from().isAfter(before.until())) {
                merged.removeLast();
                Instant until = before.until().isAfter(bar.until()) ? before.until() : bar.until();
                merged.add(new Bar(before.from(), until, bar.kind(), bar.says()));
            } else {
                merged.add(bar);
            }
        }
        return List.copyOf(merged);
    }

    Json json(TimeScale scale) {
        return Json.object()
                .with("group", group)
                .with("label", label)
                .with("note", note)
                .with("bars", Json.array(bars, bar -> json(bar, scale)))
                .with(
                        "marks",
                        Json.array(
                                marks,
                                mark ->
                                        Json.object()
                                                .with("x", number(scale.at(mark.at())))
                                                .with("kind", mark.kind())
                                                .with("sign", mark.sign())
                                                .with("says", mark.says())));
    }

    private static Json json(Bar bar, TimeScale scale) {
        double left = scale.at(bar.from());
        return Json.object()
                .with("x", number(left))
                .with("wide", number(Math.max(3, scale.at(bar.until()) - left)))
                .with("kind", bar.kind())
                .with("says", bar.says());
    }

    static Json number(double value) {
        return new Json.Plain(String.format(Locale.ROOT, "%.1f", value));
    }
}
