package dev.blackstart.door.cli;

import dev.blackstart.journal.Audit;
import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Owner;
import dev.blackstart.journal.Ownership;
import dev.blackstart.journal.Predecessor;
import dev.blackstart.journal.Request;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.SiteRules;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Escaped;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The journal as verbs read it: runs found by a few letters, trouble told as one sentence.
final class Archive implements AutoCloseable {
    private final Journal journal;
    private final Map<RunId, JournalException> unreadable = new LinkedHashMap<>();

    private Archive(Journal journal) {
        this.journal = journal;
    }

    static Archive open(Ports.Journals journals, Places places) {
        return open(journals, places.journal());
    }

    static Archive open(Ports.Journals journals, Path folder) {
        try {
            return new Archive(journals.open(folder));
        } catch (JournalException e) {
            List<String> lines = new ArrayList<>(Sentences.journal(e).lines());
            lines.addAll(journals.advice(e, folder));
            throw new CannotGoOn(ExitCode.JOURNAL, lines);
        }
    }

    /// @param wanted as in `find`; empty for the only open run that is not a drill
    RunId open(String wanted, String verb, Instant now, int columns) {
        if (!wanted.isEmpty()) {
            return find(wanted);
        }
        List<RunState> states = states();
        OpenRuns runs = new OpenRuns(states, verb);
        if (runs.none()) {
            refuseUnreadable();
        }
        return states.isEmpty() ? find("last") : runs.only(now, columns);
    }

    /// Where none of the runs that could be read is meant, the one that could not may be.
    void refuseUnreadable() {
        unreadable.values().stream()
                .findFirst()
                .ifPresent(it -> {
                    throw Sentences.journal(it);
                });
    }

    /// @param wanted a whole id, its first or last letters, or `last`
    RunId find(String wanted) {
        List<RunId> runs = ask(journal::runs);
        if (runs.isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The journal has no run yet; blackstart list shows what to run.");
        }
        if (wanted.equals("last")) {
            return runs.getFirst();
        }
        List<RunId> fitting = runs.stream().filter(run -> fits(run, wanted)).toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new CannotGoOn(
                ExitCode.REFUSED,
                (fitting.isEmpty() ? "There is no run " : fitting.size() + " runs fit ")
                        + Escaped.line(wanted, 40)
                        + "; blackstart runs shows all.");
    }

    private static boolean fits(RunId run, String wanted) {
        return !wanted.isEmpty()
                && (run.value().startsWith(wanted) || run.value().endsWith(wanted));
    }

    List<Recorded> events(RunId run) {
        return ask(() -> journal.read(run));
    }

    /// All runs that can be read, newest first; one that cannot hides no other.
    List<RunState> states() {
        List<RunState> states = new ArrayList<>();
        for (RunId run : ask(journal::runs)) {
            try {
                states.add(RunState.fold(journal.read(run)));
            } catch (JournalException e) {
                unreadable.put(run, e);
            }
        }
        return List.copyOf(states);
    }

    /// The runs that `states` could not read, one sentence each.
    List<String> unreadable() {
        return unreadable.entrySet().stream()
                .map(it ->
                        "Run %s cannot be read and is left out: %s; blackstart audit verify checks it."
                                .formatted(
                                        it.getKey(),
                                        Escaped.line(String.valueOf(it.getValue().getMessage()))))
                .toList();
    }

    Runbook runbook(RunState state) {
        return new Frozen(journal).runbook(state);
    }

    /// @param amended new texts by the names the files are kept under
    Runbook runbook(RunState state, Map<String, String> amended) {
        return new Frozen(journal).runbook(state, amended);
    }

    /// The texts a run goes by, by path relative to its runbook's folder.
    Map<String, String> texts(RunState state) {
        return new Frozen(journal).texts(state);
    }

    /// What a run was opened with.
    Plan plan(RunState state) {
        Frozen frozen = new Frozen(journal);
        return new Plan(
                frozen.runbook(state),
                frozen.inventory(state),
                frozen.parameters(state),
                state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE),
                policy(state).map(it -> it.policy().rules()).orElse(SiteRules.NONE));
    }

    /// The policy a run was opened under.
    Optional<SiteFiles> policy(RunState state) {
        return new Frozen(journal).policy(state);
    }

    /// The chain of a run as far as it verifies.
    ChainCopy chain(RunId run) {
        return ask(() -> journal.chain(run));
    }

    List<ChainCopy> chains() {
        return ask(journal::runs).stream().map(this::chain).toList();
    }

    /// The files a run was opened with, by the names they were frozen under.
    Map<String, byte[]> frozen(RunState state) {
        Map<String, byte[]> files = new TreeMap<>();
        state.takingUps()
                .blobs()
                .forEach((name, sha256) ->
                        ask(() -> journal.kept(sha256))
                                .ifPresent(content -> files.put(name, content)));
        return files;
    }

    Audit audit() {
        return ask(journal::audit);
    }

    List<Predecessor> predecessors() {
        return ask(journal::predecessors);
    }

    List<HeldLock> locks() {
        return ask(journal::locks);
    }

    void request(RunId run, Request request) {
        ask(() -> {
            journal.request(run, request);
            return run;
        });
    }

    Ownership claim(RunId run, Owner owner) {
        return ask(() -> journal.claim(run, owner));
    }

    /// The living process that carries a run out.
    Optional<Owner> owner(RunId run) {
        return ask(() -> journal.owner(run));
    }

    long newest(RunId run) {
        return ask(() -> journal.newest(run));
    }

    void append(RunId run, long epoch, long after, Instant at, List<RunEvent> events) {
        ask(() -> journal.append(run, epoch, after, at, events));
    }

    void release(RunId run, Owner owner) {
        ask(() -> {
            journal.release(run, owner);
            return run;
        });
    }

    private interface Asked<T> {
        T get() throws JournalException;
    }

    private static <T> T ask(Asked<T> what) {
        try {
            return what.get();
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
