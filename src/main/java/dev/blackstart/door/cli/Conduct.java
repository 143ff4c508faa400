package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.journal.EventCodec;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.EventJson;
import dev.blackstart.view.ProgressLines;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/// Carries one session out in front of a person: prints events as they come, has gates answered,
/// turns signals into pauses, and says at the end what is next.
final class Conduct {
    private final Surroundings surroundings;
    private final Screen screen;
    private final boolean json;
    private final Reports reports;
    private final AtomicReference<Optional<Session>> session =
            new AtomicReference<>(Optional.empty());
    private final BiFunction<Recorded, RunState, List<String>> lines;
    private final GateDesk desk;
    private final Leaving leaving;

    /// @param following another process carries the run out, and leaving changes nothing in it
    Conduct(
            Surroundings surroundings,
            Screen screen,
            boolean json,
            Reports reports,
            Runbook runbook,
            Answerer answerer,
            boolean following) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.json = json;
        this.reports = reports;
        this.lines = lines(runbook);
        this.desk = new GateDesk(answerer, this::submit, screen);
        this.leaving =
                following
                        ? new Detaching(this::submit)
                        : new Interruption(
                                screen,
                                surroundings.clock(),
                                this::submit,
                                surroundings.leaveNow());
    }

    /// Hears everything from the first event on.
    Operations.Audience audience() {
        return new Operations.Audience(this::heard, desk::refused);
    }

    private void submit(OperatorCommand command) {
        session.get().ifPresent(it -> it.submit(command));
    }

    /// @return the exit code
    int carry(Session started) {
        session.set(Optional.of(started));
        surroundings.signals().handle(leaving::signal);
        desk.start();
        return ended(started, started.run(), leaving.signalled());
    }

    private void heard(Recorded recorded, RunState state) {
        leaving.saw(recorded.run(), state);
        print(lines.apply(recorded, state));
        tell(recorded, state);
    }

    private BiFunction<Recorded, RunState, List<String>> lines(Runbook runbook) {
        if (json) {
            EventCodec codec = new EventCodec();
            return (recorded, state) ->
                    List.of(EventJson.line(recorded, codec.encode(recorded.event())));
        }
        ProgressLines progress =
                new ProgressLines(runbook, surroundings.clock().getZone(), screen.columns());
        return (recorded, state) ->
                progress.of(
                        recorded, state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE));
    }

    /// A gate that stays open after an answer waits for a second person, who is not at this
    /// terminal.
    private void tell(Recorded recorded, RunState state) {
        RunEvent said = recorded.event();
        if (said instanceof RunEvent.GateOpened event) {
            desk.opened(event.gate());
        } else if (said instanceof RunEvent.GateVoided event) {
            desk.closed(event.gate());
        } else if (said instanceof RunEvent.GateAnswered event) {
            desk.closed(event.gate());
            state.gates()
                    .open()
                    .filter(gate -> gate.id().equals(event.gate()))
                    .ifPresent(
                            gate -> secondPerson(gate, state.gates().yesSayers(gate.id()).size()));
        }
    }

    private void secondPerson(Gate gate, int soFar) {
        screen.print(
                gate.people() == 2
                        ? "A second person must say yes to gate " + gate.id() + ", and now."
                        : "%d of %d people have said yes to gate %s; the others must, and now."
                                .formatted(soFar, gate.people(), gate.id()));
        desk.opened(gate);
    }

    private int ended(Session run, Session.End end, Optional<Signals.Signal> signal) {
        return switch (end) {
            case Session.End.Closed closed -> {
                say(report(run.id()));
                yield ExitCode.of(closed.verdict()).number();
            }
            case Session.End.Waiting waiting -> {
                say(screen.waiting(waiting.reason()));
                say(screen.afterwards(run.id(), "goes on"));
                yield signal.map(Signals.Signal::number)
                        .map(ExitCode::ofSignal)
                        .orElse(ExitCode.WAITING.number());
            }
            case Session.End.Detached detached -> {
                say("Detached; the run goes on. blackstart attach " + run.id() + " comes back.");
                yield ExitCode.DONE.number();
            }
            case Session.End.JournalLost lost -> {
                screen.print("The journal was lost, nothing more was sent: " + lost.reason());
                lost.unrecorded().forEach(screen::print);
                say(screen.afterwards(run.id(), "goes on once it can be written"));
                yield ExitCode.JOURNAL.number();
            }
        };
    }

    private void print(List<String> lines) {
        if (json) {
            lines.forEach(surroundings.streams().out()::println);
        } else {
            screen.print(lines);
        }
    }

    private String report(RunId run) {
        try {
            return "The report is in " + reports.keep(run) + ".";
        } catch (CannotGoOn e) {
            return "The report is not written yet: " + e.lines().getFirst();
        }
    }

    private void say(String line) {
        if (!json) {
            screen.print(line);
        }
    }
}
