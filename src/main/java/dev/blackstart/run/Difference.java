package dev.blackstart.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Says in one line what differs between the gate a person saw and the gate as it would be now.
final class Difference {
    private Difference() {}

    static String between(Gate seen, Gate now) {
        List<String> parts = new ArrayList<>();
        if (!seen.targets().equals(now.targets())) {
            parts.add("targets were " + seen.targets() + " and are " + now.targets());
        }
        Map<String, String> before = values(seen);
        Map<String, String> after = values(now);
        before.forEach((what, value) -> {
            if (!Objects.equals(value, after.get(what))) {
                parts.add(
                        "%s was %s and is %s"
                                .formatted(what, value, after.getOrDefault(what, "not asked")));
            }
        });
        after.forEach((what, value) -> {
            if (!before.containsKey(what)) {
                parts.add("%s is %s and was not asked".formatted(what, value));
            }
        });
        Map<String, String> files = files(seen);
        files(now)
                .forEach((what, hash) -> {
                    if (!hash.equals(files.getOrDefault(what, hash))) {
                        parts.add(what + " was changed meanwhile by somebody else");
                    }
                });
        return parts.isEmpty() ? "the rendered commands differ" : String.join("; ", parts);
    }

    private static Map<String, String> files(Gate gate) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Prepared command : gate.commands()) {
            command.upload()
                    .ifPresent(it -> files.put(it.to() + " on " + command.host(), it.before()));
        }
        return files;
    }

    private static Map<String, String> values(Gate gate) {
        Map<String, String> values = new LinkedHashMap<>();
        gate.licenses()
                .forEach(license ->
                        values.put(license.finding() + " of " + license.host(), license.value()));
        return values;
    }
}
