package dev.blackstart.chat;

import dev.blackstart.reading.ChatSettings.AlertRule;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Order;
import dev.blackstart.service.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Starts a diagnosis for alerts that a rule names, never anything that acts. A group that comes
/// again starts nothing again, what is being diagnosed is not diagnosed twice at once, and a flood
/// ends at a limit.
public final class Alerts {
    /// More diagnoses in that time are not started.
    static final int MOST = 10;

    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final int GROUPS = 10_000;

    private final Desk desk;
    private final Caller caller;
    private final List<AlertRule> rules;
    private final InstantSource clock;
    private final Predicate<RunId> open;
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, AlertRule> groups = new LinkedHashMap<>();
    private final Map<AlertRule, Optional<RunId>> runs = new LinkedHashMap<>();
    private final Deque<Instant> started = new ArrayDeque<>();

    /// @param open is a run not closed yet?
    public Alerts(
            Desk desk,
            People people,
            List<AlertRule> rules,
            InstantSource clock,
            Predicate<RunId> open) {
        this.desk = desk;
        this.caller = people.alerts();
        this.rules = List.copyOf(rules);
        this.clock = clock;
        this.open = open;
    }

    /// What became of a group of alerts.
    public sealed interface Taken {
        record Started(RunId run) implements Taken {}

        /// No rule fits, or it is known already.
        record Nothing(String why) implements Taken {}

        /// @param why one sentence
        record TooMany(String why) implements Taken {}
    }

    /// @param group by which Alertmanager knows the group
    public Taken take(String group, List<Alert> alerts) {
        Optional<AlertRule> rule = rule(alerts);
        guard.lock();
        try {
            if (rule.isEmpty()) {
                groups.remove(group);
                return new Taken.Nothing("No rule fits an alert of this group that is firing.");
            }
            Optional<Taken> known = known(group, rule.get());
            if (known.isPresent()) {
                return known.get();
            }
            runs.put(rule.get(), Optional.empty());
            started.addLast(clock.instant());
            remember(group, rule.get());
        } finally {
            guard.unlock();
        }
        return start(group, alerts, rule.get());
    }

    private Optional<AlertRule> rule(List<Alert> alerts) {
        return rules.stream()
                .filter(rule -> alerts.stream().anyMatch(it -> it.fits(rule.labels())))
                .findFirst();
    }

    private Optional<Taken> known(String group, AlertRule rule) {
        if (rule.equals(groups.get(group))) {
            return Optional.of(new Taken.Nothing("This group has started its diagnosis already."));
        }
        Optional<RunId> run = runs.getOrDefault(rule, Optional.empty());
        boolean beginning = runs.containsKey(rule) && run.isEmpty();
        if (beginning || run.filter(open).isPresent()) {
            remember(group, rule);
            return Optional.of(
                    new Taken.Nothing(
                            "%s is being diagnosed already%s."
                                    .formatted(
                                            rule.diagnose(),
                                            run.map(it -> " by run " + it).orElse(""))));
        }
        Instant now = clock.instant();
        started.removeIf(at -> at.plus(WITHIN).isBefore(now));
        return started.size() < MOST
                ? Optional.empty()
                : Optional.of(
                        new Taken.TooMany(
                                "Alerts start %d diagnoses in %d minutes at most, and have; say diagnose %s in chat."
                                        .formatted(MOST, WITHIN.toMinutes(), rule.diagnose())));
    }

    private void remember(String group, AlertRule rule) {
        groups.put(group, rule);
        if (groups.size() > GROUPS) {
            groups.remove(groups.keySet().iterator().next());
        }
    }

    /// The same group with the same beginning starts nothing again, even after the service was
    /// started anew.
    private Taken start(String group, List<Alert> alerts, AlertRule rule) {
        String since =
                alerts.stream()
                        .filter(it -> it.fits(rule.labels()))
                        .map(Alert::since)
                        .sorted()
                        .findFirst()
                        .orElse("");
        Optional<RunId> run = Optional.empty();
        try {
            run =
                    Optional.of(
                            desk.order(
                                    new Wish.Start(
                                            rule.diagnose(), Mode.DIAGNOSIS, rule.parameters()),
                                    caller,
                                    new Order.Key(
                                            "alert-" + Fingerprint.of(group + "\n" + since),
                                            Fingerprint.of(rule.toString()))));
            return new Taken.Started(run.get());
        } catch (Refusal e) {
            return new Taken.Nothing(String.join(" ", e.lines()));
        } finally {
            begun(group, rule, run);
        }
    }

    private void begun(String group, AlertRule rule, Optional<RunId> run) {
        guard.lock();
        try {
            if (run.isPresent()) {
                runs.put(rule, run);
            } else {
                runs.remove(rule);
                groups.remove(group);
            }
        } finally {
            guard.unlock();
        }
    }
}
