package dev.blackstart.engine;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Request;
import dev.blackstart.policy.Authority;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateRules;
import dev.blackstart.run.LateNo;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What people tell the engine, from this process or from another: made a fact, or refused in one
/// sentence.
final class Commands {
    /// To whoever said something that the journal did not take.
    static final String NOT_RECORDED =
            "The journal cannot be written, so what you said is not recorded and does not count; say it again once it can.";

    private final Recorder recorder;
    private final InstantSource clock;
    private final TypedSecrets typedSecrets;
    private final Authority authority;
    private final Consumer<String> refusals;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private boolean posting;
    private Optional<OperatorCommand.Leave> leaving = Optional.empty();

    /// @param authority whose answers count
    /// @param refusals told when an answer that was given here does not count
    Commands(
            Recorder recorder,
            InstantSource clock,
            TypedSecrets typedSecrets,
            Authority authority,
            Consumer<String> refusals) {
        this.recorder = recorder;
        this.clock = clock;
        this.typedSecrets = typedSecrets;
        this.authority = authority;
        this.refusals = refusals;
    }

    void leave(OperatorCommand.Leave command) {
        leaving = Optional.of(command);
    }

    /// Whoever waited at this process has left.
    Optional<OperatorCommand.Leave> leaving() {
        return leaving;
    }

    /// What other processes asked, oldest first. What could not be recorded is weighed again once
    /// it can.
    void posted(List<Request> requests) throws JournalException {
        waiting.addAll(requests);
        posting = true;
        while (!waiting.isEmpty()) {
            Optional<OperatorCommand> command = Posted.read(waiting.getFirst());
            if (command.isPresent()) {
                posted(command.get());
            }
            waiting.removeFirst();
        }
        posting = false;
    }

    /// The journal is written again.
    ///
    /// @param landed what was being recorded when it failed was found on disk
    void written(boolean landed) {
        if (posting && landed) {
            waiting.poll();
        }
        posting = false;
    }

    /// A refusal is recorded: whoever asked reads it there.
    private void posted(OperatorCommand command) throws JournalException {
        switch (command) {
            case OperatorCommand.Answer answer -> {
                Optional<String> refusal = answered(answer, false);
                if (refusal.isPresent()) {
                    note(NotCounted.answer(answer.by(), answer.gate(), refusal.get()));
                }
            }
            case OperatorCommand.HandOver it -> {
                Optional<String> refusal = handOver(it);
                if (refusal.isPresent()) {
                    note(NotCounted.offer(it.by(), it.to(), refusal.get()));
                }
            }
            case OperatorCommand.TakeOver it -> {
                Optional<String> refusal = takeOver(it);
                if (refusal.isPresent()) {
                    note(NotCounted.reply(it.by(), refusal.get()));
                }
            }
            case OperatorCommand.Stop stop -> stop(stop);
            case OperatorCommand.Note note -> {}
            case OperatorCommand.OfJournal it -> {}
            case OperatorCommand.Leave leave -> {}
        }
    }

    private void stop(OperatorCommand.Stop stop) throws JournalException {
        recorder.record(
                List.of(new RunEvent.StopRequested(stop.by(), typedSecrets.kept(stop.reason()))));
    }

    private void note(RunEvent.Noted noted) throws JournalException {
        recorder.record(List.of(noted));
    }

    private Optional<String> handOver(OperatorCommand.HandOver command) throws JournalException {
        Optional<String> refusal = state().wheel().refusal(command.by(), Optional.of(command.to()));
        if (refusal.isEmpty()) {
            recorder.record(List.of(new RunEvent.WheelOffered(command.by(), command.to())));
        }
        return refusal;
    }

    private Optional<String> takeOver(OperatorCommand.TakeOver command) throws JournalException {
        Optional<String> refusal = state().wheel().refusal(command.by(), Optional.empty());
        if (refusal.isEmpty()) {
            recorder.record(
                    List.of(
                            command.accepted()
                                    ? new RunEvent.WheelTaken(command.by())
                                    : new RunEvent.WheelDeclined(command.by())));
        }
        return refusal;
    }

    /// What was told in this process.
    void told(OperatorCommand command) throws JournalException {
        switch (command) {
            case OperatorCommand.Answer it -> {
                // whoever shows who they are does not speak as whoever sits here
                Optional<String> refusal = answered(it, it.attested().isEmpty());
                if (refusal.isPresent()) {
                    refused(NotCounted.answer(it.by(), it.gate(), refusal.get()), refusal.get());
                }
            }
            case OperatorCommand.HandOver it -> {
                Optional<String> refusal = handOver(it);
                if (refusal.isPresent()) {
                    refused(NotCounted.offer(it.by(), it.to(), refusal.get()), refusal.get());
                }
            }
            case OperatorCommand.TakeOver it -> {
                Optional<String> refusal = takeOver(it);
                if (refusal.isPresent()) {
                    refused(NotCounted.reply(it.by(), refusal.get()), refusal.get());
                }
            }
            case OperatorCommand.Stop stop -> stop(stop);
            case OperatorCommand.Note note ->
                    recorder.record(List.of(new RunEvent.Noted(note.text())));
            case OperatorCommand.OfJournal it -> {} // it can be written
            case OperatorCommand.Leave leave -> leave(leave);
        }
    }

    /// It is in the journal before whoever said it hears of it.
    private void refused(RunEvent.Noted noted, String why) throws JournalException {
        note(noted);
        refusals.accept(why);
    }

    /// @return why it does not count; empty when it was recorded
    private Optional<String> answered(OperatorCommand.Answer answer, boolean here)
            throws JournalException {
        Optional<Gate> denied =
                LateNo.gate(state(), answer.gate(), answer.digest(), answer.choice());
        return denied.isPresent() ? denied(denied.get(), answer, here) : counted(answer, here);
    }

    /// Whoever could have said yes may say no until it is sent.
    private Optional<String> denied(Gate gate, OperatorCommand.Answer answer, boolean here)
            throws JournalException {
        Optional<String> refusal = notTheirs(Optional.of(gate), answer, Gate.YES, here);
        if (refusal.isPresent()) {
            return GateRules.answered(state(), gate.id(), answer.by(), clock.instant())
                    .map(first -> first + "; " + refusal.get());
        }
        switch (authority.weigh(state(), gate, event(answer), clock.instant())) {
            case Authority.Ruling.Refused it -> {
                return Optional.of(it.why());
            }
            case Authority.Ruling.Counts it ->
                    recorder.record(List.of(LateNo.event(state(), gate, answer.by())));
        }
        return Optional.empty();
    }

    private Optional<String> counted(OperatorCommand.Answer answer, boolean here)
            throws JournalException {
        Optional<Gate> open = state().gates().open();
        boolean late =
                GateRules.answered(state(), answer.gate(), answer.by(), clock.instant())
                        .isPresent();
        Optional<String> refusal =
                late
                        ? refusal(answer)
                        : notTheirs(open, answer, answer.choice(), here).or(() -> refusal(answer));
        if (refusal.isPresent()) {
            return refusal;
        }
        switch (authority.weigh(state(), open.orElseThrow(), event(answer), clock.instant())) {
            case Authority.Ruling.Refused it -> {
                return Optional.of(it.why());
            }
            case Authority.Ruling.Counts it -> {
                List<RunEvent> events = new ArrayList<>(List.of(it.event()));
                it.notes().forEach(note -> events.add(new RunEvent.Noted(note)));
                recorder.record(events);
            }
        }
        return Optional.empty();
    }

    /// Somebody else answers the gates, and nothing shows that this person may all the same.
    private Optional<String> notTheirs(
            Optional<Gate> gate, OperatorCommand.Answer answer, String choice, boolean here) {
        return gate.filter(it -> authority.proves(it, event(answer))).isPresent()
                ? Optional.empty()
                : state().wheel().refusal(gate, choice, answer.by(), here);
    }

    private static RunEvent.GateAnswered event(OperatorCommand.Answer answer) {
        return new RunEvent.GateAnswered(
                answer.gate(),
                answer.digest(),
                answer.choice(),
                answer.typed(),
                answer.note(),
                answer.by(),
                answer.attested());
    }

    /// A typed secret would stand in the journal for ever, so it is refused first.
    private Optional<String> refusal(OperatorCommand.Answer answer) {
        return typedSecrets
                .in(answer.typed() + "\n" + answer.note())
                .or(() ->
                        GateRules.refusal(
                                state(),
                                answer.gate(),
                                answer.digest(),
                                answer.choice(),
                                answer.typed(),
                                answer.note(),
                                answer.by(),
                                clock.instant()));
    }

    private RunState state() {
        return recorder.state();
    }
}
