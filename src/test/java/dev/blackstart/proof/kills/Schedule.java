package dev.blackstart.proof.kills;

import dev.blackstart.proof.power.ProofSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Which kills a trial gets: every fail point once, each kind of call in its turn, and as often a
/// moment by chance.
final class Schedule {
    private final Random random = new Random(ProofSize.SEED);
    private final List<Kill.Before> run;
    private final List<Kill.Before> repay;
    private final Duration running;
    private final Duration repaying;
    private final List<Map<Trial.Verb, Kill>> points = new ArrayList<>();
    private int given;

    /// @param run fail points of a run that nobody disturbs
    /// @param repay those of taking its loan back
    Schedule(List<Kill.Before> run, List<Kill.Before> repay, Duration running, Duration repaying) {
        this.run = List.copyOf(run);
        this.repay = List.copyOf(repay);
        this.running = running;
        this.repaying = repaying;
        Map<String, List<Map<Trial.Verb, Kill>>> byCall = new TreeMap<>();
        run.forEach(kill -> add(byCall, Trial.Verb.RUN, kill));
        repay.forEach(kill -> add(byCall, Trial.Verb.REPAY, kill));
        byCall.values().forEach(each -> Collections.shuffle(each, random));
        for (int i = 0; points.size() < run.size() + repay.size(); i++) {
            for (List<Map<Trial.Verb, Kill>> each : byCall.values()) {
                if (i < each.size()) {
                    points.add(each.get(i));
                }
            }
        }
    }

    private static void add(
            Map<String, List<Map<Trial.Verb, Kill>>> byCall, Trial.Verb verb, Kill.Before kill) {
        byCall.computeIfAbsent(kill.call(), call -> new ArrayList<>()).add(Map.of(verb, kill));
    }

    /// At most three kills: one by the schedule, others by chance.
    synchronized Map<Trial.Verb, Kill> next() {
        Map<Trial.Verb, Kill> kills = new EnumMap<>(Trial.Verb.class);
        boolean point = given++ % 2 == 0;
        if (point && given / 2 < points.size()) {
            kills.putAll(points.get(given / 2));
        } else if (random.nextInt(3) > 0) {
            kills.put(Trial.Verb.RUN, moment(running));
        } else {
            kills.put(Trial.Verb.RUN, new Kill.Begun(1 + random.nextInt(7)));
        }
        if (random.nextInt(3) > 0) {
            kills.putIfAbsent(Trial.Verb.RESUME, again(run, running));
        }
        if (random.nextInt(3) == 0) {
            kills.putIfAbsent(Trial.Verb.REPAY, again(repay, repaying));
        }
        return kills;
    }

    private Kill again(List<Kill.Before> points, Duration length) {
        return random.nextBoolean() ? points.get(random.nextInt(points.size())) : moment(length);
    }

    private Kill moment(Duration length) {
        return new Kill.After(Duration.ofMillis(random.nextLong(length.toMillis())));
    }

    String note() {
        return "seed %d, %d of %d fail points"
                .formatted(ProofSize.SEED, Math.min((given + 1) / 2, points.size()), points.size());
    }
}
