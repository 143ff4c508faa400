package dev.blackstart.door.web;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.License;
import dev.blackstart.view.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The findings that license an action: hosts that say the same share a row, which is as old as the
/// oldest word in it. Those of its targets stand first.
final class Findings {
    private record Said(String finding, String value, String how) {}

    private Findings() {}

    static Json json(List<License> licenses, List<HostName> targets) {
        Map<Said, List<License>> rows = new LinkedHashMap<>();
        for (License it : licenses) {
            rows.computeIfAbsent(
                            new Said(it.finding().value(), it.value(), it.how()),
                            any -> new ArrayList<>())
                    .add(it);
        }
        Comparator<Map.Entry<Said, List<License>>> targetsFirst =
                Comparator.comparing(it -> it.getValue().stream().noneMatch(on(targets)));
        return Json.array(
                rows.entrySet().stream().sorted(targetsFirst).toList(),
                it -> row(it.getKey(), it.getValue()));
    }

    private static Predicate<License> on(List<HostName> targets) {
        return it -> targets.contains(it.host());
    }

    private static Json row(Said said, List<License> all) {
        Instant oldest = all.stream().map(License::at).min(Instant::compareTo).orElseThrow();
        return Json.object()
                .with("finding", said.finding())
                .with("hosts", Json.texts(all.stream().map(License::host).sorted().toList()))
                .with("value", said.value())
                .with("at", oldest.toString())
                .with("how", said.how());
    }
}
