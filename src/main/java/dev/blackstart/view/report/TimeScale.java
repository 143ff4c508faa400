package dev.blackstart.view.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Places moments of a run on a line of a thousand parts. Long waits are drawn shorter than they
/// were, so that a night's sleep at a gate leaves room for the seconds in which things happened.
final class TimeScale {
    static final int WIDE = 1000;

    /// All waits together take at most this share of the line, unless nothing else happened.
    private static final double WAITS = 0.3;

    /// A shorter wait is drawn as long as it was: to say that it was cut would say nothing.
    private static final Duration WORTH_CUTTING = Duration.ofSeconds(5);

    /// @param cut whether it is drawn shorter than it was
    record Part(Instant from, Instant until, double left, double right, boolean cut) {
        Duration length() {
            return Duration.between(from, until);
        }
    }

    private final List<Part> parts = new ArrayList<>();

    TimeScale(Phases phases) {
        double waits = millis(phases, true);
        double busy = millis(phases, false);
        double most = busy * WAITS / (1 - WAITS);
        double shrink = busy > 0 && waits > most ? most / waits : 1;
        double total = Math.max(1, busy + waits * shrink);
        double left = 0;
        for (Phases.Stretch stretch : phases.stretches()) {
            boolean cut = shrink < 1 && waiting(stretch);
            double wide = stretch.length().toMillis() * (cut ? shrink : 1) / total * WIDE;
            parts.add(new Part(stretch.from(), stretch.until(), left, left + wide, cut));
            left += wide;
        }
    }

    private static boolean waiting(Phases.Stretch stretch) {
        return switch (stretch.phase()) {
            case WAITING, AWAY, CLOSED -> stretch.length().compareTo(WORTH_CUTTING) >= 0;
            case DIAGNOSING, ACTING, VERIFYING -> false;
        };
    }

    private static double millis(Phases phases, boolean waiting) {
        return phases.stretches().stream()
                .filter(stretch -> waiting(stretch) == waiting)
                .mapToDouble(stretch -> stretch.length().toMillis())
                .sum();
    }

    /// 0 to 1000.
    double at(Instant moment) {
        for (Part part : parts) {
            if (!moment.isAfter(part.until())) {
                double within = Math.max(0, Duration.between(part.from(), moment).toMillis());
                double whole = Math.max(1, part.length().toMillis());
                double wide = part.right() - part.left();
                return Math.min(WIDE, part.left() + wide * within / whole);
            }
        }
        return WIDE;
    }

    /// The moment drawn at a place.
    Instant moment(double at) {
        for (Part part : parts) {
            if (at <= part.right()) {
                double wide = Math.max(0.001, part.right() - part.left());
                double within = (at - part.left()) / wide * part.length().toMillis();
                return part.from().plusMillis((long) Math.max(0, within));
            }
        }
        return parts.isEmpty() ? Instant.EPOCH : parts.getLast().until();
    }

    /// The stretches that are drawn shorter than they were.
    List<Part> cuts() {
        return parts.stream().filter(Part::cut).toList();
    }
}
