package dev.blackstart.topology;

import dev.blackstart.inventory.Cut;
import dev.blackstart.inventory.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Finds the cuts that open a circle and reach least far. Exact for up to twelve written cuts of
/// one circle; of more, the twelve cheapest are tried.
final class CheapestCuts {
    private static final int MOST = 12;

    private final Needs within;
    private final List<CutNeed> written;

    /// @param within what the services of one circle need of each other
    CheapestCuts(Needs within, Map<String, Service> services) {
        this.within = within;
        this.written =
                within.all().stream()
                        .flatMap(need -> cuts(need, services).stream())
                        .sorted(Comparator.comparingInt(cut -> cut.cut().cost()))
                        .limit(MOST)
                        .toList();
    }

    private static List<CutNeed> cuts(Need need, Map<String, Service> services) {
        Service service = services.get(need.service());
        List<Cut> cuts = service == null ? List.of() : service.cuts();
        return cuts.stream()
                .filter(cut -> cut.need().equals(need.needs()))
                .map(cut -> new CutNeed(need, cut))
                .toList();
    }

    /// Empty when nothing that is written down opens the circle.
    List<CutNeed> found() {
        return IntStream.range(1, 1 << written.size())
                .mapToObj(this::chosen)
                .sorted(
                        Comparator.<List<CutNeed>>comparingInt(CheapestCuts::cost)
                                .thenComparingInt(List::size))
                .filter(this::opens)
                .findFirst()
                .orElse(List.of());
    }

    private List<CutNeed> chosen(int bits) {
        List<CutNeed> chosen = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            if ((bits & 1 << i) != 0) {
                chosen.add(written.get(i));
            }
        }
        return chosen;
    }

    private static int cost(List<CutNeed> cuts) {
        return cuts.stream().mapToInt(cut -> cut.cut().cost()).sum();
    }

    private boolean opens(List<CutNeed> cuts) {
        return within.without(cuts.stream().map(CutNeed::need).toList()).deadlocks().isEmpty();
    }
}
