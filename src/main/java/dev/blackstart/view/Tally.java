package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Observation;
import dev.blackstart.runbook.AlikeReasons;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How far one check has got over its hosts: how many are well, and the names of the others.
final class Tally {
    /// A host that takes longer than this is called slow.
    private static final Duration SLOW = Duration.ofSeconds(3);

    private static final int MOST_ANSWERS = 4;

    /// As they were asked: that of the inventory.
    private final Set<HostName> order = new LinkedHashSet<>();

    private final Map<HostName, Instant> waiting = new LinkedHashMap<>();
    private final Map<String, Set<HostName>> answers = new LinkedHashMap<>();
    private final Map<HostName, String> held = new HashMap<>();
    private final List<HostName> slow = new ArrayList<>();
    private final List<HostName> hung = new ArrayList<>();
    private final List<HostName> silent = new ArrayList<>();
    private final List<HostName> inadmissible = new ArrayList<>();
    private Optional<Instant> since = Optional.empty();
    private Duration longest = Duration.ZERO;
    private int asked;
    private int ok;

    void started(HostName host, Instant at) {
        waiting.put(host, at);
        order.add(host);
        since = since.or(() -> Optional.of(at));
        asked++;
    }

    void observed(HostName host, Observation observation) {
        if (waiting.remove(host) == null) {
            asked++;
            order.add(host);
        }
        switch (observation) {
            case Observation.Seen seen -> seen(host, seen);
            case Observation.NoAnswer none -> silent.add(host);
            case Observation.NotAdmissible not -> inadmissible.add(host);
        }
    }

    private void seen(HostName host, Observation.Seen seen) {
        longest = seen.took().compareTo(longest) > 0 ? seen.took() : longest;
        answers.computeIfAbsent(EventLine.findings(seen), any -> new HashSet<>()).add(host);
        if (seen.timedOut()) {
            hung.add(host);
        } else if (seen.took().compareTo(SLOW) > 0) {
            slow.add(host);
        } else {
            ok++;
        }
    }

    /// Keeps why a host did not answer until it can be told with the others.
    void hold(HostName host, String reason) {
        held.put(host, reason);
    }

    /// Why those that were held did not answer, each reason once, hosts as they were asked.
    List<AlikeReasons> silence() {
        Map<HostName, String> reasons = new LinkedHashMap<>();
        for (HostName host : order) {
            Optional.ofNullable(held.get(host)).ifPresent(why -> reasons.put(host, why));
        }
        return AlikeReasons.of(reasons);
    }

    int asked() {
        return asked;
    }

    boolean complete() {
        return waiting.isEmpty();
    }

    /// What came of it: `297 ok, 2 slow: n1, n2, 1 HUNG: n7`.
    String shown(int columns) {
        List<String> parts = new ArrayList<>();
        if (ok > 0) {
            parts.add(ok + " ok");
        }
        named(parts, slow, "slow", columns);
        named(parts, hung, "HUNG", columns);
        named(parts, silent, "NO ANSWER", columns);
        named(parts, inadmissible, "may not testify", columns);
        return String.join(", ", parts);
    }

    /// What was answered by whom, when the answers are few: `full=true: n1, n2; full=false: n3`.
    String said(int columns) {
        List<String> parts = new ArrayList<>();
        if (answers.size() <= MOST_ANSWERS) {
            answers.forEach((said, hosts) ->
                    parts.add(
                            said
                                    + ": "
                                    + HostNames.shown(
                                            order.stream().filter(hosts::contains).toList(),
                                            columns / 2)));
        } else {
            parts.add(answers.size() + " different answers");
        }
        if (!silent.isEmpty() || !inadmissible.isEmpty() || !hung.isEmpty()) {
            parts.add(shown(columns / 2));
        }
        return String.join("; ", parts) + " (" + Elapsed.exact(longest) + ")";
    }

    /// How far it is: what came of it so far, who is waited for, for how long.
    String progress(Instant now, int columns) {
        List<String> parts = new ArrayList<>();
        since.ifPresent(at -> parts.add(Elapsed.shown(Duration.between(at, now))));
        String soFar = shown(columns / 3);
        if (!soFar.isEmpty()) {
            parts.add(soFar);
        }
        if (!waiting.isEmpty()) {
            parts.add(
                    (waiting.size() == 1 ? "waits for " : waiting.size() + " to come: ")
                            + HostNames.shown(waiting.keySet(), columns / 3));
        }
        return String.join(" · ", parts);
    }

    private static void named(List<String> parts, List<HostName> hosts, String word, int columns) {
        if (!hosts.isEmpty()) {
            parts.add(hosts.size() + " " + word + ": " + HostNames.shown(hosts, columns / 2));
        }
    }
}
