package dev.blackstart.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What starts when nothing is running: in waves, each of which needs only what came before.
///
/// @param stuck what cannot be started at all: it is in a circle that nothing opens, or waits for
///   one
public record StartOrder(List<List<String>> waves, List<String> stuck) {
    public StartOrder {
        waves = waves.stream().map(List::copyOf).toList();
        stuck = List.copyOf(stuck);
    }

    /// @param needs without those that are cut
    static StartOrder of(Needs needs) {
        List<List<String>> together = needs.circles();
        List<List<String>> deadlocks = needs.deadlocks();
        Set<String> up = new LinkedHashSet<>();
        List<List<String>> waves = new ArrayList<>();
        List<String> wave;
        do {
            wave = new ArrayList<>();
            for (String service : needs.services()) {
                List<String> group = with(service, together);
                if (!up.contains(service)
                        && !deadlocks.contains(group)
                        && ready(group, needs, up)) {
                    wave.add(service);
                }
            }
            if (!wave.isEmpty()) {
                waves.add(wave);
                up.addAll(wave);
            }
        } while (!wave.isEmpty());
        return new StartOrder(
                waves, needs.services().stream().filter(it -> !up.contains(it)).toList());
    }

    /// Those that need each other only to run start together.
    private static List<String> with(String service, List<List<String>> together) {
        return together.stream()
                .filter(group -> group.contains(service))
                .findFirst()
                .orElse(List.of(service));
    }

    private static boolean ready(List<String> group, Needs needs, Set<String> up) {
        return needs.all().stream()
                .filter(need -> group.contains(need.service()) && !group.contains(need.needs()))
                .allMatch(need -> up.contains(need.needs()));
    }
}
