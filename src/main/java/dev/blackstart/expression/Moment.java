package dev.blackstart.expression;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One evaluation: the facts, and the hosts that `host` and the variables of quantifiers mean.
record Moment(Facts facts, Map<String, HostName> bound) {
    static final String HOST = "host";

    Moment {
        bound = Map.copyOf(bound);
    }

    static Moment of(Facts facts, Optional<HostName> host) {
        return new Moment(facts, host.map(name -> Map.of(HOST, name)).orElse(Map.of()));
    }

    Moment with(String variable, HostName host) {
        Map<String, HostName> more = new HashMap<>(bound);
        more.put(variable, host);
        return new Moment(facts, more);
    }

    Optional<HostName> host(String variable) {
        return Optional.ofNullable(bound.get(variable));
    }

    /// Such as `12 s`, `4 min`, `2 h`, `3 d`; never negative.
    String age(Instant at) {
        Duration age = Duration.between(at, facts.now());
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 120 * 60) {
            return seconds / 60 + " min";
        }
        return seconds < 48 * 3600 ? seconds / 3600 + " h" : seconds / 86400 + " d";
    }
}
