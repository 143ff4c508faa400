package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far one action has got over its hosts.
final class Sendings {
    private static final String PROVEN = "being proven";

    private final Purpose purpose;
    private final Instant since;
    private final Set<HostName> running = new LinkedHashSet<>();
    private final Set<HostName> done = new LinkedHashSet<>();
    private final Set<HostName> bad = new LinkedHashSet<>();
    private final Set<HostName> unknown = new LinkedHashSet<>();
    private final Set<HostName> asked = new LinkedHashSet<>();
    private String then = PROVEN;

    Sendings(Purpose purpose, Instant since) {
        this.purpose = purpose;
        this.since = since;
    }

    Purpose purpose() {
        return purpose;
    }

    void sent(RunEvent.Dispatched event) {
        HostName host = event.action().host();
        known(host);
        running.add(host);
        then = PROVEN;
    }

    /// It was not sent after all.
    ///
    /// @return nothing is left to be shown
    boolean voided(HostName host) {
        running.remove(host);
        return running.isEmpty() && unknown.isEmpty() && done.isEmpty() && bad.isEmpty();
    }

    /// @param words what goes on once everything sent has ended
    void then(String words) {
        then = words;
    }

    /// An end that was seen, or that was not: nobody knows yet what became of it then.
    void ended(HostName host, Outcome outcome) {
        known(host);
        switch (outcome) {
            case Outcome.Succeeded _ -> done.add(host);
            case Outcome.Failed _, Outcome.TimedOut _, Outcome.Unreachable _ -> bad.add(host);
            case Outcome.Unknown _ -> {
                unknown.add(host);
                asked.add(host);
            }
            case Outcome.Rehearsed _ -> {}
        }
    }

    /// What is said of it from now on takes the place of what was said before.
    private void known(HostName host) {
        List.of(running, done, bad, unknown, asked).forEach(hosts -> hosts.remove(host));
    }

    /// What was unknown, or told otherwise, is known now.
    void resolved(HostName host, Outcome outcome) {
        if (unknown.contains(host) || running.contains(host) || bad.contains(host)) {
            ended(host, outcome);
            then = PROVEN;
        }
    }

    /// What a host said of something whose end was not seen.
    void receipt(HostName host, ReceiptWord word) {
        switch (word) {
            case RUNNING -> {
                unknown.remove(host);
                asked.remove(host);
                running.add(host);
            }
            case NO_ANSWER -> {
                running.remove(host);
                unknown.add(host);
                asked.add(host);
            }
            case LOST_BY_REBOOT, UNDECIDED -> {
                running.remove(host);
                unknown.add(host);
                asked.remove(host);
                then = "being found out";
            }
        }
    }

    /// It was to go away, and its coming back is waited for.
    ///
    /// @param words what goes on
    void sighted(HostName host, String words) {
        asked.remove(host);
        then = words;
    }

    /// The run goes on without it, and what is unknown there stays so.
    void left(HostName host) {
        asked.remove(host);
        if (running.remove(host)) {
            unknown.add(host);
        }
    }

    /// @param waits what is waited for before anything else goes on
    String shown(Instant now, int columns, Optional<String> waits) {
        List<String> parts = new ArrayList<>();
        if (!running.isEmpty()) {
            parts.add(verb() + " " + HostNames.shown(running, columns / 3));
        }
        if (!done.isEmpty()) {
            parts.add(done.size() + " done");
        }
        if (!bad.isEmpty()) {
            parts.add(bad.size() + " NOT DONE: " + HostNames.shown(bad, columns / 4));
        }
        if (!unknown.isEmpty()) {
            parts.add(unknown.size() + " UNKNOWN: " + HostNames.shown(unknown, columns / 4));
        }
        if (!asked.isEmpty()) {
            parts.add("asking the host" + (asked.size() == 1 ? "" : "s"));
        }
        if (running.isEmpty() && asked.isEmpty()) {
            parts.add(waits.orElse(then));
        }
        parts.add(Elapsed.shown(Duration.between(since, now)));
        return String.join(" · ", parts);
    }

    private String verb() {
        return switch (purpose) {
            case PRESERVE -> "keeping evidence on";
            case ACT -> "running on";
            case RELEASE -> "released on";
            case UNDO -> "taking back on";
        };
    }
}
