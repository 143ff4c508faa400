package dev.blackstart.proof.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The scenarios for worlds of each size, read once.
final class Scenarios {
    private final Map<Size, List<Scenario>> bySize = new EnumMap<>(Size.class);

    Scenarios() {
        List<Scenario> all = Scenario.all();
        for (Size size : Size.values()) {
            bySize.put(size, all.stream().map(it -> it.over(size.nodes())).toList());
        }
    }

    /// In a fixed order.
    List<Scenario> of(Size size) {
        return bySize.getOrDefault(size, List.of());
    }
}
