package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is at work and says nothing. Its host is asked what it last printed; after half of its time
/// limit in silence a person may have it stopped, or go on without its host. Doing nothing lets it
/// run on to its time limit. So it is for what a new process finds still running, silent or not.
final class WorkFlow {
    static final String WAIT = "wait";
    static final String STOP_IT = "stop_it";
    static final String LEAVE_IT = "leave_it";

    /// What a new process finds at work may be about to end.
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /// A host that cannot be asked, or cannot tell, is asked so often at most.
    private static final Duration APART = Duration.ofSeconds(30);

    private static final Duration ASK_WITHIN = Duration.ofSeconds(40);

    private final Moment moment;

    WorkFlow(Moment moment) {
        this.moment = moment;
    }

    /// What a person chose, or the question to one; empty when there is neither.
    Optional<List<Directive>> next() {
        for (ActionProgress progress : atWork()) {
            Optional<List<Directive>> next = chosen(progress).or(() -> question(progress));
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /// While what is under way ends before a run closes.
    List<Directive> whileStopping() {
        Optional<Gate> open =
                moment.state().gates().open().filter(it -> it.kind() == Gate.Kind.WORK);
        return open.map(this::at).or(this::next).orElseGet(this::looks);
    }

    /// The open question, which closes by itself with what it is about.
    List<Directive> at(Gate gate) {
        Optional<ActionProgress> about =
                atWork().stream().filter(it -> asked(it, gate.id())).findFirst();
        if (about.isEmpty()) {
            return voided(gate, "what it asks about has ended");
        }
        if (!moment.now().isBefore(gate.expires())) {
            return voided(gate, "not answered in time, so it is waited for");
        }
        List<Directive> directives = new ArrayList<>(looks());
        atWork().stream()
                .filter(ActionProgress::unknown)
                .flatMap(it -> new UnknownReceipt(moment, it).next(false).stream())
                .forEach(directives::add);
        directives.add(new Directive.WaitUntil(gate.expires()));
        return directives;
    }

    private static List<Directive> voided(Gate gate, String reason) {
        return Settle.record(new RunEvent.GateVoided(gate.id(), reason));
    }

    /// Looks at what has not been heard of for a while.
    List<Directive> looks() {
        List<Directive> looks = new ArrayList<>();
        for (ActionProgress progress : atWork()) {
            if (moment.state().work().asked(progress).isEmpty()
                    && !moment.now().isBefore(due(progress))) {
                RunEvent.Dispatched intent = progress.intent();
                looks.add(
                        new Directive.LookAtWork(
                                intent.action(), intent.purpose(), rights(progress)));
            }
        }
        return looks;
    }

    /// Sent or found again, on a host that keeps receipts.
    private List<ActionProgress> atWork() {
        List<ActionProgress> atWork = new ArrayList<>();
        for (ActionProgress it : moment.state().actions().all()) {
            boolean runs = it.inFlight() ? it.sentAt().isPresent() : it.foundAgain();
            if (runs && !it.intent().bare() && !departed(it)) {
                atWork.add(it);
            }
        }
        return atWork;
    }

    private boolean departed(ActionProgress progress) {
        return moment.state().departures().exclusion(progress.intent().action().host()).isPresent();
    }

    /// Lost with the process before, and found by this one.
    private boolean takenUp(ActionProgress progress) {
        return progress.unknown()
                && progress.endedSequence() <= moment.state().takingUps().sequence();
    }

    private Instant due(ActionProgress progress) {
        Optional<Recorded> seen = moment.state().work().seen(progress);
        if (seen.isPresent()) {
            Duration silent = silent(seen.get()).orElse(Duration.ZERO);
            Duration left = half(progress).minus(silent);
            return seen.get().at().plus(left.compareTo(APART) < 0 ? APART : left);
        }
        return takenUp(progress)
                ? moment.state().takingUps().last().map(Recorded::at).orElseThrow().plus(SETTLING)
                : progress.sentAt().orElse(progress.intendedAt()).plus(half(progress));
    }

    private static Optional<Duration> silent(Recorded seen) {
        return ((RunEvent.AtWork) seen.event()).silent();
    }

    private Duration half(ActionProgress progress) {
        return limit(progress).dividedBy(2);
    }

    private Duration limit(ActionProgress progress) {
        return acting(progress).map(it -> it.targets().timeout()).orElse(Duration.ofHours(1));
    }

    private Optional<List<Directive>> question(ActionProgress progress) {
        Optional<Recorded> seen = moment.state().work().seen(progress);
        if (seen.isEmpty() || moment.state().work().asked(progress).isPresent()) {
            return Optional.empty();
        }
        Optional<Instant> told =
                moment.state().work().toldToStop(progress).map(it -> it.at().plus(APART));
        if (told.filter(moment.now()::isBefore).isPresent()) {
            return Optional.empty();
        }
        Optional<Duration> silent = silent(seen.get());
        boolean worth =
                silent.filter(it -> it.compareTo(half(progress)) >= 0).isPresent()
                        || takenUp(progress) && silent.isPresent();
        return worth
                ? Optional.of(
                        Settle.open(
                                gate(progress, silent.get(), (RunEvent.AtWork) seen.get().event())))
                : Optional.empty();
    }

    private Gate gate(ActionProgress progress, Duration silent, RunEvent.AtWork seen) {
        ActionKey action = progress.intent().action();
        HostName host = action.host();
        String headline =
                takenUp(progress)
                        ? "%s is still at work, silent for %s. How shall it go on?"
                                .formatted(action, Words.length(silent))
                        : "%s is silent for %s. How shall it go on?"
                                .formatted(action, Words.length(silent));
        List<String> why = new ArrayList<>(List.of(seen.said()));
        moment.state()
                .work()
                .toldToStop(progress)
                .map(it -> (RunEvent.StopTold) it.event())
                .ifPresent(it -> why.add("told to stop it, the host said: " + it.answer()));
        why.add("its standard input is empty, so nothing there can answer a prompt");
        why.add(
                "the host ends it by itself %s after it began"
                        .formatted(Words.length(limit(progress))));
        return new Gates(moment)
                .plain(
                        Gate.Kind.WORK,
                        action.step(),
                        headline,
                        why,
                        List.of(host),
                        List.of(
                                Choice.of(WAIT, "wait for it; changes nothing"),
                                Choice.of(
                                        STOP_IT,
                                        "have the host stop it: TERM to all of its processes, KILL"
                                                + " 10 s later"),
                                Choice.of(
                                        LEAVE_IT,
                                        "leave it running, recorded as unknown, and go on without "
                                                + host)),
                        WAIT);
    }

    private boolean asked(ActionProgress progress, GateId gate) {
        return moment.state().work().asked(progress).filter(gate::equals).isPresent();
    }

    private Optional<List<Directive>> chosen(ActionProgress progress) {
        return moment.state().gates().answers().stream()
                .filter(answer -> asked(progress, answer.gate().id()))
                .findFirst()
                .flatMap(answer ->
                        switch (answer.event().choice()) {
                            case STOP_IT -> stop(progress, answer.gate().id());
                            case LEAVE_IT -> Optional.of(leave(progress, answer));
                            default -> Optional.empty();
                        });
    }

    private Optional<List<Directive>> stop(ActionProgress progress, GateId gate) {
        return moment.state().work().told(gate)
                ? Optional.empty()
                : Optional.of(
                        List.of(
                                new Directive.StopWork(
                                        progress.intent().action(),
                                        progress.intent().purpose(),
                                        gate,
                                        rights(progress))));
    }

    private static List<Directive> leave(ActionProgress progress, GateBook.Answer answer) {
        RunEvent.Dispatched intent = progress.intent();
        Person by = answer.event().by();
        List<RunEvent> events = new ArrayList<>();
        if (progress.inFlight()) {
            events.add(
                    new RunEvent.Ended(
                            intent.action(),
                            intent.purpose(),
                            new Outcome.Unknown("left running by " + by + "; it may run still"),
                            Kept.NOTHING,
                            Kept.NOTHING));
        }
        events.add(
                new RunEvent.HostExcluded(
                        intent.action().host(),
                        intent.action().step(),
                        Optional.of(answer.gate().id()),
                        Optional.of(by),
                        "left running there by " + by));
        return List.of(new Directive.Record(events));
    }

    /// An empty command with the rights the action had.
    private Prepared rights(ActionProgress progress) {
        Purpose purpose = progress.intent().purpose();
        return new Prepared(
                progress.intent().action().host(),
                "work",
                "",
                Map.of(),
                acting(progress).filter(it -> sudo(it.execution(), purpose)).isPresent(),
                Optional.empty(),
                ASK_WITHIN,
                1 << 16);
    }

    private static boolean sudo(Execution execution, Purpose purpose) {
        return purpose == Purpose.UNDO
                ? execution.undo().filter(Command::sudo).isPresent()
                : execution.command().sudo();
    }

    private Optional<Step.Acting> acting(ActionProgress progress) {
        return moment.plan()
                .runbook()
                .step(progress.intent().action().step())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast);
    }
}
