package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How far one check has got over its hosts.
final class Tally {
    /// A host that takes longer than this is called slow.
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final Set<HostName> waiting = new LinkedHashSet<>();
    private int asked;
    private int ok;
    private int slow;
    private int hung;
    private int silent;
    private int inadmissible;

    void started(HostName host) {
        waiting.add(host);
        asked++;
    }

    void observed(HostName host, Observation observation) {
        if (!waiting.remove(host)) {
            asked++;
        }
        switch (observation) {
            case Observation.Seen seen -> seen(seen);
            case Observation.NoAnswer none -> silent++;
            case Observation.NotAdmissible not -> inadmissible++;
        }
    }

    private void seen(Observation.Seen seen) {
        if (seen.timedOut()) {
            hung++;
        } else if (seen.took().compareTo(SLOW) > 0) {
            slow++;
        } else {
            ok++;
        }
    }

    int asked() {
        return asked;
    }

    boolean complete() {
        return waiting.isEmpty();
    }

    String shown() {
        List<String> parts = new ArrayList<>();
        add(parts, ok, "ok");
        add(parts, slow, "slow");
        add(parts, hung, "HUNG");
        add(parts, silent, "NO ANSWER");
        add(parts, inadmissible, "may not testify");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
