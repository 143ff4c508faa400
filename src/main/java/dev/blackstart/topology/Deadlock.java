package dev.blackstart.topology;

import java.util.ArrayList;
import java.util.List;

/// Services that wait for each other, so that none can be the first to start.
///
/// @param services all that are in it
/// @param circle the shortest way round that some start waits for: each need leads to the next, the
///   last back to the first
/// @param cuts the cheapest way to open it; empty when none is written down
public record Deadlock(List<String> services, List<Need> circle, List<CutNeed> cuts) {
    public Deadlock {
        services = List.copyOf(services);
        circle = List.copyOf(circle);
        cuts = List.copyOf(cuts);
    }

    public boolean opened() {
        return !cuts.isEmpty();
    }

    public int cost() {
        return cuts.stream().mapToInt(cut -> cut.cut().cost()).sum();
    }

    /// `dns`, `vip`, …, `dns`.
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(circle.getFirst().service()));
        circle.forEach(need -> names.add(need.needs()));
        return names;
    }

    static Deadlock of(List<String> services, Needs within, List<CutNeed> cuts) {
        List<Need> shortest = List.of();
        for (Need need : within.all()) {
            if (need.toStart()) {
                List<Need> circle = new ArrayList<>(List.of(need));
                circle.addAll(within.way(need.needs(), need.service()).orElse(List.of()));
                if (shortest.isEmpty() || circle.size() < shortest.size()) {
                    shortest = circle;
                }
            }
        }
        return new Deadlock(services, shortest, cuts);
    }
}
