package dev.blackstart.service;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The text format of Prometheus (0.0.4): families one after the other, each with its help and
/// type.
final class Exposition {
    /// Upper bounds in seconds; people take minutes.
    private static final List<Integer> BOUNDS =
            List.of(1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600);

    private final StringBuilder text = new StringBuilder();

    Exposition family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    Exposition sample(String name, Map<String, String> labels, double value) {
        text.append(name).append(labels(labels)).append(' ').append(number(value)).append('\n');
        return this;
    }

    void histogram(String name, Map<String, String> labels, Collection<Duration> lengths) {
        for (int bound : BOUNDS) {
            long within =
                    lengths.stream()
                            .filter(it -> it.compareTo(Duration.ofSeconds(bound)) <= 0)
                            .count();
            bucket(name, labels, Integer.toString(bound), within);
        }
        bucket(name, labels, "+Inf", lengths.size());
        double sum = lengths.stream().mapToDouble(it -> it.toMillis() / 1000.0).sum();
        sample(name + "_sum", labels, sum);
        sample(name + "_count", labels, lengths.size());
    }

    private void bucket(String name, Map<String, String> labels, String bound, long count) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.put("le", bound);
        sample(name + "_bucket", all, (double) count);
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : labels.entrySet().stream()
                        .map(it -> it.getKey() + "=\"" + escaped(it.getValue()) + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return "+Inf";
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    String text() {
        return text.toString();
    }
}
