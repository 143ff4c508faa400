package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads from the events of a run what happened to its hosts.
final class HostEvents {
    private final Map<HostName, String> boots = new HashMap<>();
    private final Set<HostName> silent = new HashSet<>();
    private final Map<HostName, String> refused = new HashMap<>();
    private final List<HostEvent> found = new ArrayList<>();

    private HostEvents() {}

    static List<HostEvent> of(List<Recorded> events) {
        HostEvents all = new HostEvents();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof RunEvent.Observed it) {
                all.observed(recorded.at(), it.host(), it.step().value(), it.observation());
            }
            if (recorded.event() instanceof RunEvent.Sent it) {
                all.boot(recorded.at(), it.action().host(), it.bootId());
            }
            if (recorded.event() instanceof RunEvent.Ended it) {
                all.ended(recorded.at(), it);
            }
        }
        return List.copyOf(all.found);
    }

    private void observed(Instant at, HostName host, String step, Observation observation) {
        switch (observation) {
            case Observation.Seen seen -> {
                boot(at, host, seen.bootId());
                refused.remove(host);
                back(at, host, step);
                if (seen.timedOut()) {
                    add(at, host, HostEvent.Kind.HUNG, step + " hung");
                }
            }
            case Observation.NoAnswer none -> none(at, host, none.by(), none.reason());
            case Observation.NotAdmissible not -> {}
        }
    }

    private void boot(Instant at, HostName host, Optional<String> seen) {
        seen.ifPresent(boot -> {
            String before = boots.put(host, boot);
            if (before != null && !before.equals(boot)) {
                add(at, host, HostEvent.Kind.REBOOTED, "has another boot id: it was rebooted");
            }
        });
    }

    private void back(Instant at, HostName host, String how) {
        if (silent.remove(host)) {
            add(at, host, HostEvent.Kind.BACK, "answers again (" + how + ")");
        }
    }

    /// Only a host that was not heard is silent; one that refuses answers. Whatever goes on as it
    /// was is said once.
    private void none(Instant at, HostName host, Hindrance by, String reason) {
        switch (by) {
            case UNREACHABLE -> {
                if (silent.add(host)) {
                    add(at, host, HostEvent.Kind.SILENT, "no answer: " + reason);
                }
            }
            case REFUSED_BY_HOST -> {
                back(at, host, "with a refusal");
                refused(at, host, "answered, and refused: " + reason);
            }
            case NOT_SENT -> refused(at, host, "nothing was sent: " + reason);
            case NOT_STARTED -> {}
        }
    }

    private void refused(Instant at, HostName host, String says) {
        if (!says.equals(refused.put(host, says))) {
            add(at, host, HostEvent.Kind.REFUSED, says);
        }
    }

    private void ended(Instant at, RunEvent.Ended event) {
        HostName host = event.action().host();
        if (event.outcome() instanceof Outcome.Unreachable it) {
            none(at, host, it.by(), it.reason());
        }
        if (event.outcome() instanceof Outcome.Unknown it) {
            add(at, host, HostEvent.Kind.LOST, event.action().step() + ": " + it.reason());
        }
    }

    private void add(Instant at, HostName host, HostEvent.Kind kind, String says) {
        found.add(new HostEvent(at, host, kind, says));
    }
}
