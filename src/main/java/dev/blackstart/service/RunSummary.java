package dev.blackstart.service;

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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One run in a few words, for lists.
///
/// @param standing the verdict, or `waiting at gate G2`, `paused`, `open`
/// @param holder who answers its gates
/// @param offered to whom its gates are offered, who has not answered yet
/// @param hosts those to which it sent an action
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
        Set<String> hosts,
        boolean unknown,
        Optional<Gate> gate,
        List<LoanTable.Row> loans,
        List<GlassBook.Broken> reviews,
        long sequence) {
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
                hosts(state),
                !state.actions().unknown().isEmpty(),
                state.gates().open(),
                LoanTable.of(List.of(state)).rows(),
                state.gates().glass().open(),
                state.sequence());
    }

    private static Set<String> hosts(RunState state) {
        return state.actions().all().stream()
                .map(progress -> progress.intent().action().host().value())
                .collect(Collectors.toCollection(TreeSet::new));
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
                .with("unknown", Json.of(unknown))
                .with("gate", gate.map(it -> it.id().toString()))
                .with("to_review", Json.of(reviews.size()))
                .with("sequence", Json.of(sequence));
    }
}
