package dev.blackstart.door.cli;

import dev.blackstart.engine.Watcher;
import dev.blackstart.journal.EventCodec;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.view.EventJson;
import dev.blackstart.view.ProgressLines;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Carries one session out in front of a person: prints events as they come, has gates answered, turns
/// signals into pauses, and says at the end what is next.
final class Conduct {
    private final Surroundings surroundings;
    private final Screen screen;
    private final boolean json;

    Conduct(Surroundings surroundings, Screen screen, boolean json) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.json = json;
    }

    /// @return the exit code
    int carry(Session session, Answerer answerer) {
        Interruption interruption =
                new Interruption(
                        session.id(),
                        screen,
                        surroundings.clock(),
                        session::submit,
                        surroundings.leaveNow());
        GateDesk desk = new GateDesk(answerer, session::submit, screen);
        surroundings.signals().handle(interruption::signal);
        desk.start();
        Function<Recorded, List<String>> lines = lines(session);
        Watcher watcher =
                (recorded, state) -> {
                    interruption.saw(state);
                    print(lines.apply(recorded));
                    tell(desk, recorded, state);
                };
        return ended(session, session.run(watcher), interruption.signalled());
    }

    private Function<Recorded, List<String>> lines(Session session) {
        if (json) {
            EventCodec codec = new EventCodec();
            return recorded -> List.of(EventJson.line(recorded, codec.encode(recorded.event())));
        }
        ProgressLines progress =
                new ProgressLines(
                        session.plan().runbook(), surroundings.clock().getZone(), screen.columns());
        return progress::of;
    }

    /// A gate that stays open after an answer waits for a second person, who is not at this terminal.
    private void tell(GateDesk desk, Recorded recorded, RunState state) {
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
                    .ifPresent(gate -> secondPerson(desk, gate));
        }
    }

    private void secondPerson(GateDesk desk, Gate gate) {
        screen.print("A second person must say yes to gate " + gate.id() + ", and now.");
        desk.opened(gate);
    }

    private int ended(Session session, Session.End end, Optional<Signals.Signal> signal) {
        return switch (end) {
            case Session.End.Closed closed -> {
                say("blackstart report " + session.id() + " writes the report.");
                yield ExitCode.of(closed.verdict()).number();
            }
            case Session.End.Waiting waiting -> {
                say("The run waits: " + waiting.reason() + ".");
                say("blackstart resume " + session.id() + " goes on.");
                yield signal.map(Signals.Signal::number)
                        .map(ExitCode::ofSignal)
                        .orElse(ExitCode.WAITING.number());
            }
            case Session.End.JournalLost lost -> {
                say("The journal was lost, nothing more was sent: " + lost.reason());
                say("blackstart resume " + session.id() + " goes on once it can be written.");
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

    private void say(String line) {
        if (!json) {
            screen.print(line);
        }
    }
}
