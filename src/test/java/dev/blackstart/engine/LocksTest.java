package dev.blackstart.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a run holds, and that two runs cannot act on the same.
class LocksTest {
    private static final String INVENTORY =
            """
            defaults: { user: ops }
            hosts:
              db1: { address: 192.0.2.1, groups: [ db ] }
              db2: { address: 192.0.2.2, groups: [ db ] }
              primary: { address: 198.51.100.1 }
              web: { address: 192.0.2.9 }
              behind: { address: 192.0.2.9, jump: web }
            """;

    private static final HostKey KEY = key("one");
    private static final Person ANNA = new Person("anna");

    private static HostKey key(String text) {
        return new HostKey("ssh-ed25519", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    }

    /// `db1` and `primary` are one machine.
    private static Set<HostKey> keys(Host host) {
        return switch (host.name().value()) {
            case "db1", "primary" -> Set.of(KEY, key("its other key"));
            case "db2" -> Set.of(key("two"));
            default -> Set.of();
        };
    }

    private static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> it -> it.value();
            case Read.Refused<T> it -> throw new AssertionError(it.problems().toString());
        };
    }

    private static Plan plan(String on, Mode mode, String... more) {
        Inventory inventory = accepted(InventoryReader.read("inventory.yaml", INVENTORY));
        Runbook runbook =
                accepted(
                        RunbookReader.read(
                                "test",
                                Map.of(
                                        "runbook.yaml",
                                        """
                                        runbook: test
                                        title: A test
                                        steps:
                                          - check: look
                                            on: all
                                            run: "true"
                                            findings: { fine: exit == 0 }
                                          - action: act
                                            on: %s
                                            risk: mutate
                                            run: "true"
                                            verify: { check: look, that: host.fine, within: 1s }
                                        """
                                                        .formatted(on)
                                                + String.join("", more))));
        return new Plan(runbook, inventory, Map.of(), mode);
    }

    private static List<String> shown(Plan plan) {
        return Locks.of(plan, LocksTest::keys).stream().map(Lock::shown).distinct().toList();
    }

    @Test
    void itHoldsTheHostsItMayActOnAndTheResourcesItNames() {
        Plan plan = plan("db, web", Mode.LIVE, "    locks: [ cluster:pg-main ]\n");
        assertThat(shown(plan)).containsExactly("db1", "db2", "web", "cluster:pg-main");
    }

    @Test
    void onlyALiveRunHoldsAnything() {
        assertThat(shown(plan("db", Mode.DIAGNOSIS))).isEmpty();
        assertThat(shown(plan("db", Mode.REHEARSAL))).isEmpty();
        assertThat(shown(plan("db", Mode.DRILL))).isEmpty();
    }

    @Test
    void twoNamesOfOneKeyAreOneHost() {
        Set<Lock> db = Locks.of(plan("db1", Mode.LIVE), LocksTest::keys);
        Set<Lock> primary = Locks.of(plan("primary", Mode.LIVE), LocksTest::keys);
        assertThat(primary)
                .extracting(Lock::name)
                .containsExactlyInAnyOrderElementsOf(db.stream().map(Lock::name).toList());
    }

    @Test
    void theSameAddressBehindAJumpHostIsAnotherHost() {
        assertThat(Locks.of(plan("web", Mode.LIVE), LocksTest::keys))
                .extracting(Lock::name)
                .doesNotContainAnyElementsOf(
                        Locks.of(plan("behind", Mode.LIVE), LocksTest::keys).stream()
                                .map(Lock::name)
                                .toList());
    }

    private final Journal journal = new MemoryJournal();

    private Runs runs() {
        Equipment equipment =
                new Equipment(
                        journal,
                        new dev.blackstart.testing.LocalShells(Path.of("unused")),
                        Instant::now,
                        () -> "0".repeat(32),
                        Path.of("unused"));
        return new Runs(equipment, Owner.current("anna", Instant.now()), refusal -> {});
    }

    private Runs.Start open(int number, String on) throws Exception {
        Plan plan = plan(on, Mode.LIVE);
        return runs().open(
                        id(number),
                        new RunOpening(
                                plan,
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                ANNA,
                                Optional.empty(),
                                "test",
                                Locks.of(plan, LocksTest::keys)));
    }

    private static RunId id(int number) {
        return RunId.of(1_767_225_600_000L, number, number);
    }

    @Test
    void theSecondRunOnAHostIsToldWhoHasIt() throws Exception {
        Runs.Start first = open(1, "db");
        assertThat(first).isInstanceOf(Runs.Start.Started.class);
        assertThat(open(2, "primary, web"))
                .isInstanceOfSatisfying(
                        Runs.Start.Locked.class,
                        locked ->
                                assertThat(locked.held())
                                        .extracting(it -> it.holder().person() + it.holder().run())
                                        .containsOnly("anna" + id(1)));
        assertThat(journal.claim(id(2), Owner.current("ben", Instant.now())))
                .isInstanceOf(Ownership.Taken.class);
        assertThat(open(3, "web")).isInstanceOf(Runs.Start.Started.class);
        ((Runs.Start.Started) first).session().close();
        assertThat(open(4, "primary")).isInstanceOf(Runs.Start.Started.class);
    }

    private void noted(RunId run) throws Exception {
        Owner somebody = Owner.current("cy", Instant.now());
        long epoch = ((Ownership.Taken) journal.claim(run, somebody)).epoch();
        journal.append(run, epoch, 0, Instant.now(), List.of(new RunEvent.Noted("something")));
        journal.release(run, somebody);
    }

    @Test
    void aRunThatIsTakenUpAgainTakesItsLocksAgain() throws Exception {
        ((Runs.Start.Started) open(1, "db")).session().close();
        noted(id(1));
        Runs.Start second = open(2, "db1");
        Plan plan = plan("db", Mode.LIVE);
        Set<Lock> locks = Locks.of(plan, LocksTest::keys);
        assertThat(runs().resume(id(1), plan, Map.of(), ANNA, locks))
                .isInstanceOf(Runs.Start.Locked.class);
        assertThat(runs().resume(id(1), plan, Map.of(), ANNA, Set.of()))
                .as("only to be ended")
                .isInstanceOf(Runs.Start.Started.class);
        ((Runs.Start.Started) second).session().close();
        assertThat(runs().resume(id(1), plan, Map.of(), ANNA, locks))
                .isInstanceOf(Runs.Start.Started.class);
        assertThat(journal.locks()).extracting(HeldLock::lock).hasSameElementsAs(locks);
    }
}
