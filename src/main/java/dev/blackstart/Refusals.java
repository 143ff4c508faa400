package dev.blackstart;

import dev.blackstart.door.cli.CannotGoOn;
import dev.blackstart.door.cli.ExitCode;
import dev.blackstart.door.cli.Operations;
import dev.blackstart.door.cli.Sentences;
import dev.blackstart.door.cli.UnknownHosts;
import dev.blackstart.engine.Runs;
import dev.blackstart.journal.Carried;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.MemorySpool;
import dev.blackstart.journal.Spool;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Wheel;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What keeps a run from being opened, in sentences; nothing was sent.
final class Refusals {
    /// Below this nothing that disrupts is begun.
    private static final long LOW = 64L * 1024 * 1024;

    private Refusals() {}

    static CannotGoOn journal(JournalException e) {
        return Sentences.journal(e);
    }

    /// With what can be done about it.
    static CannotGoOn opening(JournalException e, Path directory) {
        List<String> lines = new ArrayList<>(Sentences.journal(e).lines());
        lines.addAll(advice(e, directory, MemorySpool.ofThisMachine()));
        return new CannotGoOn(ExitCode.JOURNAL, lines);
    }

    /// What is held elsewhere until the journal takes it, since it must not be repeated, and where
    /// room can be had on a disk that is full. On one that may only be read none is needed.
    static List<String> advice(JournalException e, Path directory, Spool spool) {
        if (e.kind() != JournalException.Kind.NOT_WRITTEN) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        spool.held().forEach(run -> lines.addAll(held(run, spool.find(run).events())));
        Path ballast = directory.resolve("ballast");
        if (full(directory)) {
            lines.add(
                    Files.exists(ballast)
                            ? ballast + " is 16 MiB set aside for this: remove it, then try again."
                            : "Free 64 MiB in " + directory + ", then try again.");
        }
        return lines;
    }

    private static List<String> held(RunId run, List<Carried> events) {
        return events.stream()
                .map(Carried::event)
                .filter(RunEvent.Ended.class::isInstance)
                .map(RunEvent.Ended.class::cast)
                .filter(it -> !(it.outcome() instanceof Outcome.Unreachable)) // never sent
                .map(it ->
                        "Held in /dev/shm, of whatever journal: %s finished (%s); do not repeat by hand, blackstart resume %s records it once its journal can be written."
                                .formatted(it.action(), it.outcome().word(), run))
                .toList();
    }

    private static boolean full(Path directory) {
        try {
            return Files.isWritable(directory)
                    && Files.getFileStore(directory).getUsableSpace() < LOW;
        } catch (IOException e) {
            return false;
        }
    }

    /// With whoever answers the gates of the runs that are in the way.
    static Operations.Opening.Locked locked(Runs.Start.Locked locked, Journal journal) {
        Map<RunId, Wheel.Hand> hands = new HashMap<>();
        Map<RunId, String> unreadable = new HashMap<>();
        for (RunId run :
                locked.held().stream().map(it -> it.holder().run()).collect(Collectors.toSet())) {
            try {
                RunState.fold(journal.read(run)).wheel().hand().ifPresent(it -> hands.put(run, it));
            } catch (JournalException e) {
                unreadable.put(run, String.valueOf(e.getMessage()));
            }
        }
        return new Operations.Opening.Locked(locked.held(), locked.wanted(), hands, unreadable);
    }

    static <T> T accepted(Read<T> read) {
        return switch (read) {
            case Read.Accepted<T> accepted -> accepted.value();
            case Read.Refused<T> refused ->
                    throw new CannotGoOn(
                            ExitCode.REFUSED,
                            refused.problems().stream().map(Problem::toString).toList());
        };
    }

    /// Steps on hosts the inventory does not know, or that would end this process itself.
    static void beforeOpening(Plan plan) {
        List<String> lines = new ArrayList<>(UnknownHosts.of(plan.runbook(), plan.inventory()));
        if (plan.mode() == Mode.LIVE) {
            lines.addAll(OwnMachine.here().wouldRestart(plan));
        }
        if (!lines.isEmpty()) {
            lines.add("Refused to open the run; nothing was sent.");
            throw new CannotGoOn(ExitCode.REFUSED, lines);
        }
    }
}
