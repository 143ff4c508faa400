package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F01: a process killed at any moment loses nothing it was told is recorded.
class KilledProcessTest {
    private static final RunId RUN = EventSamples.RUN;
    private static final int KILLS = 10;

    @TempDir Path directory;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatWasStarted() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    @Timeout(120)
    void everyAcknowledgedEventSurvives() throws Exception {
        Random moments = new Random(20260101);
        long acknowledged = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged =
                    killAfter(moments.nextInt(60), Duration.ofNanos(moments.nextInt(3_000_000)));
            assertThat(acknowledged).isPositive();
            assertHolds(acknowledged);
        }
    }

    @Test
    @Timeout(180)
    void anotherProcessReadsWhileOneWrites() throws Exception {
        Process process = start();
        try (BufferedReader out = process.inputReader();
                Journal reader = SqliteJournal.open(directory)) {
            assertThat(out.readLine()).startsWith("open ");
            for (int i = 0; i < 5; i++) {
                long acknowledged = Long.parseLong(out.readLine());
                assertThat(reader.read(RUN)).hasSizeGreaterThanOrEqualTo((int) acknowledged);
                assertThat(reader.runs()).containsExactly(RUN);
                Request stop = new Request("stop", "ben", "number " + i);
                reader.request(RUN, stop);
                assertThat(reader.takeRequests(RUN)).containsExactly(stop);
            }
            assertThat(process.isAlive()).isTrue();
        }
    }

    /// Lets a process append and kills it.
    ///
    /// @param appends how many acknowledgements to wait for
    /// @param then how long after that, to hit a moment within the next append
    /// @return the last sequence the process printed
    private long killAfter(int appends, Duration then) throws Exception {
        Process process = start();
        long last = 0;
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).startsWith("open ");
            for (int i = 0; i <= appends; i++) {
                last = Long.parseLong(out.readLine());
            }
            long moment = System.nanoTime() + then.toNanos();
            while (System.nanoTime() < moment) {
                Thread.onSpinWait();
            }
            process.toHandle().destroyForcibly(); // unlike Process, leaves its output readable
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = Math.max(last, Long.parseLong(line));
            }
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("ended by SIGKILL").isEqualTo(128 + 9);
        return last;
    }

    private Process start() throws IOException {
        Process process =
                ChildJvm.start(
                        AppendingProcess.class,
                        directory.resolve("errors.txt"),
                        directory.toString(),
                        RUN.value());
        started.add(process);
        return process;
    }

    /// The journal is read while nobody else has it open, so the file itself must hold everything.
    private void assertHolds(long acknowledged) throws Exception {
        assertThat(Files.readString(directory.resolve("errors.txt"))).isEmpty();
        try (Journal journal = SqliteJournal.open(directory)) {
            List<Recorded> events = journal.read(RUN);
            assertThat(events).hasSizeBetween((int) acknowledged, (int) acknowledged + 2);
            assertThat(events.size() % 2).as("appends are whole").isZero();
            assertThat(journal.audit().intact()).isTrue();
        }
    }
}
