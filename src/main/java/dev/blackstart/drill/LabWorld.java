package dev.blackstart.drill;

import dev.blackstart.drill.DrillScore.Expectation;
import dev.blackstart.drill.Laboratory.Trait;
import dev.blackstart.runbook.Drill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A drill among the lab's real hosts: injects the drill's faults, and tells from outside the hosts
/// what came of them.
public final class LabWorld implements AutoCloseable {
    private static final String UNSEEN = "?";

    private final Laboratory laboratory;
    private final Drill drill;
    private SortedMap<Trait, String> before = new TreeMap<>();
    private final Set<String> injected = new LinkedHashSet<>();
    private final ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService bell =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().name("lab-drill").daemon().factory());

    private LabWorld(Laboratory laboratory, Drill drill) {
        this.laboratory = laboratory;
        this.drill = drill;
    }

    /// Injects what is there from the start, then looks at the hosts; returns once it is there.
    public static LabWorld open(Laboratory laboratory, Drill drill) throws LaboratoryException {
        LabWorld world = new LabWorld(laboratory, drill);
        try {
            for (Drill.Injection injection : drill.inject()) {
                world.begin(injection);
            }
            world.before = laboratory.state();
        } catch (LaboratoryException e) {
            world.close();
            throw e;
        }
        return world;
    }

    private void begin(Drill.Injection injection) throws LaboratoryException {
        if (injection.at().isZero()) {
            inject(injection);
        } else {
            at(injection.at(), () -> attempt(() -> inject(injection)));
        }
        injection
                .lasting()
                .ifPresent(lasting ->
                        at(
                                injection.at().plus(lasting),
                                () -> attempt(() -> laboratory.heal(injection.fault()))));
    }

    private void inject(Drill.Injection injection) throws LaboratoryException {
        synchronized (injected) {
            injected.add(injection.fault());
        }
        laboratory.inject(injection.fault(), knobs(injection));
    }

    /// The hosts it strikes are one more knob of the lab's.
    private static Map<String, String> knobs(Drill.Injection injection) {
        Map<String, String> knobs = new TreeMap<>(injection.knobs());
        if (!injection.hosts().isEmpty()) {
            knobs.put("ON", String.join(",", injection.hosts()));
        }
        return knobs;
    }

    private interface Doing {
        void perform() throws LaboratoryException;
    }

    private void attempt(Doing doing) {
        try {
            doing.perform();
        } catch (LaboratoryException e) {
            troubles.add(e.getMessage());
        }
    }

    /// Does something at a time counted from now.
    public void at(Duration moment, Runnable what) {
        var _ = bell.schedule(what, moment.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What could not be injected or healed, a sentence each.
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /// Whether the faults are gone, where that is wanted, and whether hosts to which nothing was
    /// done are as they were; seen from outside.
    ///
    /// @param touched hosts to which something was done
    public List<Expectation> seen(Set<String> touched) {
        List<Expectation> all = new ArrayList<>();
        if (drill.mustRecover()) {
            drill.inject().stream()
                    .map(Drill.Injection::fault)
                    .distinct()
                    .forEach(fault -> all.add(gone(fault)));
        }
        Set<String> apart = new LinkedHashSet<>(touched);
        drill.inject().forEach(it -> apart.addAll(it.hosts()));
        all.addAll(unchanged(apart));
        return all;
    }

    private Expectation gone(String fault) {
        try {
            Laboratory.Probe probe = laboratory.probe(fault);
            return new Expectation(
                    "%s is gone, seen from outside: %s".formatted(fault, probe.reason()),
                    !probe.present());
        } catch (LaboratoryException e) {
            return new Expectation(e.getMessage(), false);
        }
    }

    private List<Expectation> unchanged(Set<String> apart) {
        try {
            List<Expectation> changes = changes(laboratory.state(), apart);
            return changes.isEmpty()
                    ? List.of(
                            new Expectation(
                                    "leave every host alone to which nothing is done", true))
                    : changes;
        } catch (LaboratoryException e) {
            return List.of(new Expectation(e.getMessage(), false));
        }
    }

    private List<Expectation> changes(Map<Trait, String> after, Set<String> apart) {
        Set<Trait> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(trait -> !apart.contains(trait.host()))
                .filter(this::wasSeen)
                .filter(trait -> !value(before, trait).equals(value(after, trait)))
                .map(trait ->
                        new Expectation(
                                "leave %s alone: its %s was %s and is %s"
                                        .formatted(
                                                trait.host(),
                                                trait.name(),
                                                value(before, trait),
                                                value(after, trait)),
                                false))
                .toList();
    }

    /// What could not be looked at before has not been seen to change.
    private boolean wasSeen(Trait trait) {
        return before.containsKey(trait)
                ? !UNSEEN.equals(before.get(trait))
                : !UNSEEN.equals(before.get(new Trait(trait.host(), "boot")));
    }

    private static String value(Map<Trait, String> traits, Trait trait) {
        return traits.getOrDefault(trait, "nothing");
    }

    /// Heals what was injected, whether or not the run did.
    @Override
    public void close() {
        bell.shutdownNow();
        Set<String> left;
        synchronized (injected) {
            left = new LinkedHashSet<>(injected);
        }
        left.forEach(fault -> attempt(() -> laboratory.heal(fault)));
    }
}
