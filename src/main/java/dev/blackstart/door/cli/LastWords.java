package dev.blackstart.door.cli;

import dev.blackstart.engine.JournalPause;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.view.NowLines;
import dev.blackstart.view.Paragraph;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// What a person reads when a session has ended: how, what is left, and the next command.
final class LastWords {
    private final Surroundings surroundings;
    private final Screen screen;
    private final boolean json;
    private final Reports reports;

    LastWords(Surroundings surroundings, Screen screen, boolean json, Reports reports) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.json = json;
        this.reports = reports;
    }

    /// The gate at which a run stands.
    ///
    /// @param opened empty where it stands at none
    /// @param again it is asked again by whoever resumes the run
    record Asked(Optional<Recorded> opened, boolean again) {}

    /// @return the exit code
    int of(RunId run, Session.End end, Leaving leaving, Asked asked) {
        return switch (end) {
            case Session.End.Closed closed -> {
                say(report(run));
                if (closed.verdict() == Verdict.WITH_UNKNOWNS) {
                    say(screen.afterUnknowns(run));
                }
                yield ExitCode.of(closed.verdict()).number();
            }
            case Session.End.Waiting waiting -> {
                say(Paragraph.lines(screen.waiting(waiting.reason()), screen.columns()));
                say(leaving.left());
                asked.opened().flatMap(this::stillAsked).ifPresent(this::say);
                say(screen.afterwards(run, asked.again() ? "asks again" : "goes on"));
                yield leaving.signalled()
                        .map(Signals.Signal::number)
                        .map(ExitCode::ofSignal)
                        .orElse(ExitCode.WAITING.number());
            }
            case Session.End.Detached detached -> {
                say("Detached; the run goes on. blackstart attach " + run + " comes back.");
                yield ExitCode.DONE.number();
            }
            case Session.End.TakenOver taken -> {
                screen.print(takenOver(taken));
                taken.unrecorded().forEach(screen::print);
                say("blackstart attach " + run + " shows how it goes on there.");
                yield ExitCode.NOT_ALLOWED.number();
            }
            case Session.End.JournalLost lost -> {
                lost(lost.pause());
                say(screen.afterwards(run, "goes on once it can be written"));
                yield ExitCode.JOURNAL.number();
            }
        };
    }

    /// What is held nowhere else is printed for whoever keeps what this process says.
    private void lost(JournalPause pause) {
        screen.print(
                (pause.low()
                                ? "There is too little room for the journal, so nothing that disrupts was sent: "
                                : "The journal was lost, nothing more was sent: ")
                        + pause.reason());
        pause.unrecorded().forEach(screen::print);
        if (pause.carried().isEmpty()) {
            return;
        }
        if (pause.spool().isPresent()) {
            screen.print(JournalPausePage.held(pause));
        } else {
            screen.print("Keep these lines; " + JournalPausePage.takenBack(pause) + ":");
            pause.carried().forEach(surroundings.streams().err()::println);
        }
    }

    private String takenOver(Session.End.TakenOver taken) {
        return "fenced: run taken over by %s at %s; this process sends and records nothing more."
                .formatted(
                        taken.by(),
                        DateTimeFormatter.ofPattern("HH:mm")
                                .withZone(surroundings.clock().getZone())
                                .format(taken.at()));
    }

    /// What a person is needed for, when the run is left at a gate.
    private Optional<List<String>> stillAsked(Recorded opened) {
        return opened.event() instanceof RunEvent.GateOpened event
                ? Optional.of(
                        new NowLines(surroundings.clock().getZone(), screen.columns())
                                .left(event.gate(), opened.at()))
                : Optional.empty();
    }

    private String report(RunId run) {
        try {
            return reports.keep(run);
        } catch (CannotGoOn e) {
            return "The report is not written yet: " + e.lines().getFirst();
        }
    }

    private void say(List<String> lines) {
        lines.forEach(this::say);
    }

    private void say(String line) {
        if (!json) {
            screen.print(line);
        }
    }
}
