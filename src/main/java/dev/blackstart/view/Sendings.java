package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
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
    private final Purpose purpose;
    private final Instant since;
    private final Set<HostName> running = new LinkedHashSet<>();
    private final List<HostName> bad = new ArrayList<>();
    private int done;
    private String then = "being proven";

    Sendings(Purpose purpose, Instant since) {
        this.purpose = purpose;
        this.since = since;
    }

    Purpose purpose() {
        return purpose;
    }

    void sent(RunEvent.Dispatched event) {
        running.add(event.action().host());
        then = "being proven";
    }

    /// It was not sent after all.
    ///
    /// @return nothing is left to be shown
    boolean voided(HostName host) {
        running.remove(host);
        return running.isEmpty() && done == 0 && bad.isEmpty();
    }

    /// @param words what goes on once everything sent has ended
    void then(String words) {
        then = words;
    }

    void ended(HostName host, Outcome outcome) {
        running.remove(host);
        if (outcome instanceof Outcome.Succeeded) {
            done++;
        } else {
            bad.add(host);
        }
    }

    /// @param waits what is waited for before anything else goes on
    String shown(Instant now, int columns, Optional<String> waits) {
        List<String> parts = new ArrayList<>();
        if (!running.isEmpty()) {
            parts.add(verb() + " " + HostNames.shown(running, columns / 3));
        }
        if (done > 0) {
            parts.add(done + " done");
        }
        if (!bad.isEmpty()) {
            parts.add(bad.size() + " NOT DONE: " + HostNames.shown(bad, columns / 4));
        }
        if (running.isEmpty()) {
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
