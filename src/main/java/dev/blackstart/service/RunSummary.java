package dev.blackstart.service;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.run.Concerned;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GlassBook;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.view.Json;
import dev.blackstart.view.LoanTable;
import dev.blackstart.view.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/// One run in a few words, for lists.
///
/// @param standing the verdict, or `waiting at gate G2`, `paused`, `open`
/// @param holder who answers its gates
/// @param offered to whom its gates are offered, who has not answered yet
/// @param actedOn hosts to which it sent an action
/// @param hosts those, the ones it holds, and the ones for which it waits at its gate
/// @param unknown is an outcome unknown in it?
/// @param gate the open one
/// @param reviews what was done in spite of a freeze and is to be reviewed
/// @param sequence of its newest event
public record RunSummary(
        RunId run,
        String runbook,
        String title,
        Mode mode,
        Optional<String> drill,
        String standing,
        Optional<Verdict> verdict,
        String by,
        Optional<String> holder,
        Optional<Person> offered,
        Instant opened,
        Optional<Instant> ended,
        List<String> actedOn,
        List<String> hosts,
        boolean unknown,
        Optional<Gate> gate,
        List<LoanTable.Row> loans,
        List<GlassBook.Broken> reviews,
        long sequence) {
    public RunSummary {
        actedOn = List.copyOf(actedOn);
        hosts = List.copyOf(hosts);
    }

    static Optional<RunSummary> of(RunState state) {
        return state.opened().map(opened -> of(state, opened));
    }

    private static RunSummary of(RunState state, RunEvent.RunOpened opened) {
        return new RunSummary(
                opened.run(),
                opened.runbook(),
                opened.title(),
                opened.mode(),
                opened.drill(),
                Standing.of(state),
                state.closed().map(RunEvent.Closed::verdict),
                opened.by().name(),
                state.wheel().holder().map(Person::name),
                state.wheel().offer().map(RunEvent.WheelOffered::to),
                state.openedAt().orElseThrow(),
                state.closed().map(RunEvent.Closed::at),
                names(Concerned.actedOn(state)),
                names(Concerned.by(state)),
                !state.actions().unknown().isEmpty(),
                state.gates().open(),
                LoanTable.of(List.of(state)).rows(),
                state.gates().glass().open(),
                state.sequence());
    }

    private static List<String> names(Collection<HostName> hosts) {
        return hosts.stream().map(HostName::value).toList();
    }

    /// With what it holds by the locks of the journal.
    RunSummary holding(List<HeldLock> locks) {
        SortedSet<String> all = HeldLock.hosts(run, locks);
        all.addAll(hosts);
        return new RunSummary(
                run,
                runbook,
                title,
                mode,
                drill,
                standing,
                verdict,
                by,
                holder,
                offered,
                opened,
                ended,
                actedOn,
                List.copyOf(all),
                unknown,
                gate,
                loans,
                reviews,
                sequence);
    }

    public boolean open() {
        return verdict.isEmpty();
    }

    public String modeWord() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    public Json.Fields json() {
        return Json.object()
                .with("run", run.value())
                .with("runbook", runbook)
                .with("title", title)
                .with("mode", modeWord())
                .with("drill", drill)
                .with("standing", standing)
                .with("verdict", verdict.map(Verdict::word))
                .with("by", by)
                .with("answers_gates", holder)
                .with("opened", opened.toString())
                .with("ended", ended.map(Instant::toString))
                .with("hosts", Json.texts(hosts))
                .with("acted_on", Json.texts(actedOn))
                .with("unknown", Json.of(unknown))
                .with("gate", gate.map(it -> it.id().toString()))
                .with("to_review", Json.of(reviews.size()))
                .with("sequence", Json.of(sequence));
    }
}
