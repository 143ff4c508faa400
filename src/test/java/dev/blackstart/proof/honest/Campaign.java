package dev.blackstart.proof.honest;

import dev.blackstart.inventory.HostName;
import dev.blackstart.testing.Keygen;
import dev.blackstart.transport.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Hosts in lanes of some, and runs on all lanes at once until enough faults have struck.
final class Campaign implements AutoCloseable {
    private static final int HOSTS_A_LANE = 2;
    private static final Deed NOTHING = new Deed(0, 0, 0);

    /// @param yaml the runbook
    /// @param labels of every host
    /// @param receipts the hosts keep them
    record Setting(String yaml, Map<String, String> labels, boolean receipts) {}

    private final Setting setting;
    private final Path folder;
    private final Path key;
    private final List<List<Target>> hosts = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);

    /// @param folder empty
    Campaign(Path folder, int lanes, Setting setting) throws Exception {
        this.setting = setting;
        this.folder = Files.createDirectories(folder);
        this.key = Keygen.make(folder.resolve("key"), "ed25519", "");
        for (int lane = 0; lane < lanes; lane++) {
            List<Target> targets = new ArrayList<>();
            for (int i = 0; i < HOSTS_A_LANE; i++) {
                String name = "h%02d".formatted(lane * HOSTS_A_LANE + i + 1);
                targets.add(
                        new Target(
                                folder.resolve(name),
                                name,
                                Keygen.publicPart(key),
                                setting.labels()));
            }
            hosts.add(targets);
        }
    }

    /// How long an exchange is, learned from two that nothing happens to.
    Lengths lengths() throws Exception {
        try (Lane lane = lane(0, UnaryOperator.identity(), "measured")) {
            Strike pooled = undisturbed(lane, 1, false);
            Strike fresh = undisturbed(lane, 2, true);
            return new Lengths(
                    pooled.went(Way.UP),
                    pooled.went(Way.DOWN),
                    fresh.went(Way.UP) - pooled.went(Way.UP),
                    fresh.went(Way.DOWN) - pooled.went(Way.DOWN));
        }
    }

    private Strike undisturbed(Lane lane, long number, boolean fresh) throws Exception {
        Moment never = new Moment.AtByte(Way.UP, Integer.MAX_VALUE, fresh);
        Fault fault = new Fault(never, Effect.RESET, Duration.ZERO, Duration.ZERO, 0);
        Map<HostName, Strike> strikes = new LinkedHashMap<>();
        for (Target target : hosts.getFirst()) {
            Truth truth = target.prepare(-number, NOTHING);
            Case drawn = new Case(-number, fault, NOTHING);
            strikes.put(target.name(), new Strike(drawn, target, target, truth, clock));
        }
        Lane.Story story = lane.run(-number, strikes);
        Strike first = strikes.values().iterator().next();
        if (first.truth().status().isEmpty()) {
            throw new AssertionError("nothing happened, and nothing was done: " + story.end());
        }
        return first;
    }

    /// @param between puts something between engine and transport
    /// @param enough when it ends
    Tally run(
            long seed,
            long first,
            Predicate<Tally> enough,
            Lengths lengths,
            UnaryOperator<Transport> between)
            throws Exception {
        Tally tally = new Tally();
        AtomicLong next = new AtomicLong(first);
        List<Callable<Void>> lanes = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            int number = i;
            lanes.add(() -> {
                try (Lane lane = lane(number, between, "from" + first)) {
                    while (!enough.test(tally)) {
                        round(lane, hosts.get(number), seed, next, lengths, tally);
                    }
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes.size())) {
            for (Future<Void> lane : threads.invokeAll(lanes)) {
                lane.get();
            }
        }
        tally.lookAgain();
        return tally;
    }

    private void round(
            Lane lane,
            List<Target> targets,
            long seed,
            AtomicLong next,
            Lengths lengths,
            Tally tally)
            throws Exception {
        long number = next.getAndAdd(targets.size());
        Map<HostName, Strike> strikes = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            Case drawn = Case.of(seed, number + i, lengths);
            Truth truth = target.prepare(number, drawn.deed());
            Target stranger = targets.get((i + 1) % targets.size());
            strikes.put(target.name(), new Strike(drawn, target, stranger, truth, clock));
        }
        Lane.Story story = lane.run(number, strikes);
        strikes.values().forEach(Strike::heal);
        Judge judge = new Judge(setting.receipts());
        strikes.forEach((host, strike) -> tally.add(judge.of(story, host, strike), strike.truth()));
    }

    private Lane lane(int number, UnaryOperator<Transport> between, String name) throws Exception {
        return new Lane(
                folder.resolve("lane%d-%s".formatted(number, name)),
                key,
                hosts.get(number).stream().map(Target::host).toList(),
                setting.yaml(),
                between,
                clock);
    }

    @Override
    public void close() {
        hosts.forEach(lane -> lane.forEach(Target::close));
        clock.shutdownNow();
    }
}
