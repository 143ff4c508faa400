package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.RunId;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F04: two operators start conflicting runs at the same time, on one file.
class SqliteLocksTest extends LockContract {
    private static final int ROUNDS = 25;
    private static final List<String> HOSTS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @TempDir Path directory;

    @Override
    Journal open() throws JournalException {
        return SqliteJournal.open(directory);
    }

    /// One starter of one round.
    ///
    /// @param wanted what it asks for
    /// @param held what it was told that others hold
    private record Start(RunId run, Set<Lock> wanted, List<HeldLock> held) {
        boolean won() {
            return held.isEmpty();
        }
    }

    @Test
    @Timeout(120)
    void ofManyStartersThatMeetExactlyOneWinsAndNobodyHoldsHalf() throws Exception {
        Random random = new Random(20260107);
        for (int round = 0; round < ROUNDS; round++) {
            int starters = 2 + random.nextInt(7);
            boolean meeting = round % 2 == 0;
            List<Start> starts = race(round, starters, meeting, random);
            List<Start> winners = starts.stream().filter(Start::won).toList();
            if (meeting) {
                assertThat(winners).as("round %d", round).hasSize(1);
            }
            assertWhole(starts, winners);
            for (Start start : winners) {
                append(journal, start.run(), closing());
            }
            assertThat(journal.locks()).isEmpty();
        }
    }

    private void assertWhole(List<Start> starts, List<Start> winners) throws JournalException {
        Set<Lock> taken = new HashSet<>();
        winners.forEach(
                winner -> winner.wanted().forEach(lock -> assertThat(taken.add(lock)).isTrue()));
        assertThat(journal.locks())
                .extracting(HeldLock::lock)
                .containsExactlyInAnyOrderElementsOf(taken);
        for (Start loser : starts.stream().filter(start -> !start.won()).toList()) {
            assertThat(loser.wanted()).anyMatch(taken::contains);
            assertThat(loser.held())
                    .extracting(it -> it.holder().run())
                    .isSubsetOf(winners.stream().map(Start::run).toList());
        }
    }

    /// @param meeting all want one host besides others
    private List<Start> race(int round, int starters, boolean meeting, Random random)
            throws Exception {
        CyclicBarrier together = new CyclicBarrier(starters);
        List<Callable<Start>> all = new ArrayList<>();
        for (int i = 0; i < starters; i++) {
            RunId run = RunId.of(1_767_225_600_000L + round, i, i);
            Set<Lock> wanted = wanted(meeting, random);
            all.add(() -> {
                try (Journal own = SqliteJournal.open(directory)) {
                    own.claim(run, Owner.current("anna", AT));
                    together.await(20, TimeUnit.SECONDS);
                    return new Start(run, wanted, own.lock(holder(run), wanted, false));
                }
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(starters)) {
            List<Start> starts = new ArrayList<>();
            for (Future<Start> start : threads.invokeAll(all)) {
                starts.add(start.get());
            }
            return starts;
        }
    }

    private static Set<Lock> wanted(boolean meeting, Random random) {
        Set<Lock> wanted = new HashSet<>();
        HOSTS.stream()
                .filter(host -> random.nextInt(4) == 0)
                .forEach(host -> wanted.addAll(List.of(locks(host))));
        if (meeting || wanted.isEmpty()) {
            wanted.addAll(List.of(locks("met")));
        }
        return wanted;
    }

    @Test
    @Timeout(180)
    void aKilledProcessThatSentNothingHoldsNothing() throws Exception {
        killHolder("looked");
        assertThat(journal.locks()).isEmpty();
        assertThat(journal.lock(holder(SECOND), List.of(locks("b")), false)).isEmpty();
    }

    @Test
    @Timeout(180)
    void aKilledProcessThatSentSomethingHoldsItsHostsUntilTheRunIsClosed() throws Exception {
        killHolder("acted");
        List<HeldLock> told = journal.lock(holder(SECOND), List.of(locks("b", "z")), false);
        assertThat(told).extracting(it -> it.holder().run()).containsExactly(FIRST);
        assertThat(told.getFirst().carriedOut()).isFalse();
        append(journal, FIRST, closing());
        assertThat(journal.lock(holder(SECOND), List.of(locks("b", "z")), false)).isEmpty();
    }

    private void killHolder(String how) throws Exception {
        Path errors = directory.resolve("errors.txt");
        Process process =
                ChildJvm.start(
                        HoldingProcess.class, errors, directory.toString(), FIRST.value(), how);
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).as(Files.readString(errors)).isEqualTo("holds");
            assertThat(journal.lock(holder(SECOND), List.of(locks("a")), false)).hasSize(1);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFileOfTheFirstFormatGetsTheTable() throws Exception {
        journal.append(FIRST, 0, AT, List.of(sending()));
        journal.close();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("journal.db"));
                Statement statement = connection.createStatement()) {
            for (String table :
                    List.of("locks", "epochs", "installation", "unresolved", "predecessors")) {
                statement.execute("DROP TABLE " + table);
            }
            statement.execute("PRAGMA user_version = 1");
        }
        journal = open();
        assertThat(journal.read(FIRST)).hasSize(1);
        assertThat(journal.lock(holder(FIRST), List.of(locks("a")), true)).isEmpty();
        assertThat(journal.locks()).hasSize(1);
    }
}
