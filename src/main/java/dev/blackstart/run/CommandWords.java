package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A command that is not sent now, in words and as it is rendered for each host: what takes a step
/// back, or what ends a cure.
final class CommandWords {
    private final Plan plan;
    private final Command command;
    private final Duration timeout;

    CommandWords(Plan plan, Command command, Duration timeout) {
        this.plan = plan;
        this.command = command;
        this.timeout = timeout;
    }

    /// As it is rendered for a host; where that cannot be, the sentence that says so.
    String on(HostName host) {
        return switch (rendered(host)) {
            case Preparation.Result.Ready ready -> Words.command(ready.prepared());
            case Preparation.Result.Refused refused -> notRendered(host, refused);
            case Preparation.Result.Nothing nothing -> Words.command(command);
        };
    }

    /// As it is rendered for the first of the hosts, and for how many more it is alike.
    String over(Collection<HostName> hosts) {
        Map<HostName, String> words = new LinkedHashMap<>();
        List<String> not = new ArrayList<>();
        for (HostName host : hosts) {
            if (rendered(host) instanceof Preparation.Result.Refused refused) {
                not.add(notRendered(host, refused));
            } else {
                words.put(host, on(host));
            }
        }
        List<String> parts = new ArrayList<>();
        first(words).ifPresent(parts::add);
        not.stream().findFirst().ifPresent(parts::add);
        if (not.size() > 1) {
            parts.add("nor for " + (not.size() - 1) + " more");
        }
        return parts.isEmpty() ? Words.command(command) : String.join("; ", parts);
    }

    private static Optional<String> first(Map<HostName, String> words) {
        return words.entrySet().stream()
                .findFirst()
                .map(first ->
                        words.values().stream().allMatch(first.getValue()::equals)
                                ? first.getValue()
                                : "%s on %s (and on %d more, likewise)"
                                        .formatted(
                                                first.getValue(),
                                                first.getKey(),
                                                words.size() - 1));
    }

    /// For the hosts it can be rendered for.
    List<Prepared> ready(Collection<HostName> hosts) {
        List<Prepared> ready = new ArrayList<>();
        for (HostName host : hosts) {
            if (rendered(host) instanceof Preparation.Result.Ready it) {
                ready.add(it.prepared());
            }
        }
        return ready;
    }

    private Preparation.Result rendered(HostName host) {
        return new Preparation(plan).prepare(command, host, timeout, Optional.empty());
    }

    private static String notRendered(HostName host, Preparation.Result.Refused refused) {
        return "it cannot be rendered for %s: %s".formatted(host, refused.reason());
    }
}
