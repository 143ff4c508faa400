package dev.blackstart.door.cli;

import dev.blackstart.journal.Audit;
import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
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
import java.util.function.Consumer;

/// The journal as verbs read it: runs found by a few letters, trouble told as one sentence.
final class Archive implements AutoCloseable {
    private final JournalView journal;
    private final Map<RunId, JournalException> unreadable = new LinkedHashMap<>();

    private Archive(JournalView journal) {
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
        List<RunState> states = states(JournalView.Kind.OPEN);
        OpenRuns runs = new OpenRuns(states, verb);
        if (runs.none()) {
            refuseUnreadable();
        }
        boolean none = states.isEmpty() && ask(journal::runs).isEmpty();
        return none ? find("last") : runs.only(now, columns);
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
        return read(ask(journal::runs));
    }

    /// Those of a kind, and perhaps others.
    List<RunState> states(JournalView.Kind kind) {
        return read(ask(() -> journal.runs(kind)));
    }

    private List<RunState> read(List<RunId> runs) {
        List<RunState> states = new ArrayList<>();
        for (RunId run : runs) {
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
        return ask(() -> here().chain(run));
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
        return ask(() -> here().audit());
    }

    List<Predecessor> predecessors() {
        return ask(() -> here().predecessors());
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
        return ask(() -> here().claim(run, owner));
    }

    /// From now on somebody watches this run.
    ///
    /// @param told one sentence when its events stop coming, and when they come again
    void follow(RunId run, Consumer<String> told) {
        journal.follow(run, told);
    }

    /// What is asked of the journal itself is asked where it is.
    Journal here() {
        if (journal instanceof Journal own) {
            return own;
        }
        throw new CannotGoOn(
                ExitCode.USAGE,
                "This needs the journal itself; do it on the machine of the service.");
    }

    /// The living process that carries a run out.
    Optional<Owner> owner(RunId run) {
        return ask(() -> journal.owner(run));
    }

    long newest(RunId run) {
        return ask(() -> journal.newest(run));
    }

    void append(RunId run, long epoch, long after, Instant at, List<RunEvent> events) {
        ask(() -> here().append(run, epoch, after, at, events));
    }

    void release(RunId run, Owner owner) {
        ask(() -> {
            here().release(run, owner);
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
