package dev.blackstart.door.cli;

import dev.blackstart.engine.Attendant;
import dev.blackstart.engine.JournalPause;
import dev.blackstart.engine.NotCounted;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.journal.EventCodec;
import dev.blackstart.run.Gate;
import dev.blackstart.run.LateNo;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.EventJson;
import dev.blackstart.view.Happening;
import dev.blackstart.view.LogHeading;
import dev.blackstart.view.Picture;
import dev.blackstart.view.ProgressLines;
import dev.blackstart.view.Underway;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Carries one session out in front of a person: prints events as they come, has gates answered,
/// turns signals into pauses, and says at the end what is next.
final class Conduct {
    private final Surroundings surroundings;
    private final Screen screen;
    private final boolean json;
    private final Reports reports;
    private final AtomicReference<Optional<Session>> session =
            new AtomicReference<>(Optional.empty());
    private final Plan plan;
    private final Pictures pictures;
    private final boolean following;
    private final Function<Happening, List<String>> lines;
    private final Underway underway = new Underway();
    private final Reminder reminder = new Reminder();
    private final Feed feed;
    private final GateDesk desk;
    private final Leaving leaving;
    private volatile Optional<Recorded> needed = Optional.empty();
    private volatile boolean asksAgain;
    private volatile Optional<Person> handedTo = Optional.empty();

    /// @param following another process carries the run out, and leaving changes nothing in it
    Conduct(
            Surroundings surroundings,
            Screen screen,
            boolean json,
            Reports reports,
            Plan plan,
            Answerer answerer,
            Pictures pictures,
            boolean following) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.json = json;
        this.reports = reports;
        this.plan = plan;
        this.pictures = pictures;
        this.following = following;
        this.lines = lines();
        this.feed = new Feed(Feed.ROOM, this::redraw, this::behind);
        this.desk =
                new GateDesk(
                        following ? answerer : untilHandedOver(answerer),
                        this::submit,
                        screen,
                        feed);
        this.leaving =
                following
                        ? new Detaching(this::submit)
                        : new Interruption(
                                screen,
                                plan,
                                surroundings.clock(),
                                this::submit,
                                surroundings.leaveNow());
    }

    /// Whoever began the run here answers its gates until somebody else does.
    private Answerer untilHandedOver(Answerer answerer) {
        return new Watching(
                answerer,
                screen,
                surroundings.clock(),
                surroundings.person(),
                () -> handedTo.or(() -> Optional.of(surroundings.person())),
                Optional.empty(),
                "pauses the run");
    }

    /// Hears everything from the first event on.
    Operations.Audience audience() {
        return new Operations.Audience(this::heard, desk::refused, attendant());
    }

    /// A person at a terminal is asked when the journal cannot be written; no program is.
    private Attendant attendant() {
        return new Attendant() {
            @Override
            public boolean paused(JournalPause pause) {
                boolean person = surroundings.streams().terminal() && !json;
                if (person) {
                    desk.troubled(pause);
                }
                return person;
            }

            @Override
            public void goesOn(RunState state) {
                desk.untroubled(state.gates().open());
            }
        };
    }

    private void submit(OperatorCommand command) {
        session.get().ifPresent(it -> it.submit(command));
    }

    /// @return the exit code
    int carry(Session started) {
        session.set(Optional.of(started));
        surroundings.signals().handle(leaving::signal);
        screen.interrupts(() -> leaving.signal(Signals.Signal.INT));
        feed.start();
        desk.start();
        Session.End end = carried(started);
        return new LastWords(surroundings, screen, json, reports)
                .of(started.id(), end, leaving, new LastWords.Asked(needed, asksAgain));
    }

    /// Whatever goes wrong, nobody is left before a question that nobody takes the answer of.
    private Session.End carried(Session started) {
        try {
            return started.run();
        } finally {
            desk.end();
            feed.end();
            screen.release();
            screen.region(List.of());
        }
    }

    /// On the engine's thread: whatever takes long is left to the feed.
    private void heard(Recorded recorded, RunState state) {
        leaving.saw(recorded.run(), state);
        handedTo =
                state.wheel()
                        .holder()
                        .filter(it -> !state.wheel().beganBy().equals(Optional.of(it)));
        Happening happening = Happening.of(recorded, plan, state);
        feed.offer(() -> show(happening));
        tell(recorded, state);
    }

    private void show(Happening happening) {
        underway.saw(happening.recorded());
        if (toldAlready(happening.recorded().event())) {
            return;
        }
        List<String> shown = lines.apply(happening);
        if (!json && happening.recorded().event() instanceof RunEvent.OfWheel) {
            screen.print(shown); // whoever is asked must know at once whose answer counts
        } else {
            print(shown);
        }
    }

    /// Whoever answered here has heard why that did not count.
    private boolean toldAlready(RunEvent event) {
        return !json
                && !following
                && event instanceof RunEvent.Noted noted
                && NotCounted.saidBy(surroundings.person(), noted);
    }

    private void redraw() {
        reminder.at(surroundings.clock().instant(), needed).ifPresent(screen::notice);
        if (screen.live()) {
            screen.region(
                    underway.lines(
                            surroundings.clock().instant(), screen.columns(), screen.rows() / 3));
        }
    }

    /// The journal has what a terminal or a reader of JSON did not take in time.
    private void behind(long count) {
        String words =
                Words.count(count, "event")
                        + " not shown: nothing took them in time; blackstart report shows all.";
        if (json) {
            surroundings.complaints().println(words);
        } else {
            screen.news(words);
        }
    }

    private Function<Happening, List<String>> lines() {
        if (json) {
            EventCodec codec = new EventCodec();
            return it ->
                    List.of(EventJson.line(it.recorded(), codec.encode(it.recorded().event())));
        }
        ZoneId zone = surroundings.clock().getZone();
        LogHeading heading = new LogHeading(zone);
        ProgressLines progress =
                new ProgressLines(
                        plan.runbook(),
                        zone,
                        screen::columns,
                        screen.live() ? ProgressLines.NONE : ProgressLines.FEW);
        return it -> heading.above(progress.of(it), it.recorded(), screen.columns());
    }

    /// A gate that stays open after an answer waits for a second person, who is not at this
    /// terminal.
    private void tell(Recorded recorded, RunState state) {
        desk.unsent(LateNo.unsent(state));
        RunEvent said = recorded.event();
        if (said instanceof RunEvent.GateOpened event) {
            needed = Optional.of(recorded);
            asksAgain = true;
            pictures.take(
                    event.gate(),
                    Picture.of(plan, state, recorded.at()),
                    state.gates().yesSayers(event.gate().id()));
            desk.opened(event.gate());
        } else if (said instanceof RunEvent.GateVoided event) {
            needed = Optional.empty();
            desk.closed(event.gate());
        } else if (said instanceof RunEvent.OfTakingUp) {
            needed = Optional.empty();
            desk.withdraw();
        } else if (said instanceof RunEvent.WheelTaken && recorded.sequence() == state.sequence()) {
            if (!mine(state)) {
                desk.withdraw();
            }
            state.gates().open().ifPresent(desk::opened);
        } else if (said instanceof RunEvent.Inspected) {
            state.gates().open().ifPresent(desk::opened);
        } else if (said instanceof RunEvent.GateAnswered event && !inspects(event, state)) {
            needed = needed.filter(gate -> state.gates().open().isPresent());
            asksAgain = needed.isPresent();
            state.gates()
                    .open()
                    .filter(gate -> gate.id().equals(event.gate()))
                    .ifPresentOrElse(
                            gate -> agreed(recorded.run(), gate, event.by(), state),
                            () -> desk.closed(event.gate()));
        }
    }

    private boolean mine(RunState state) {
        return state.wheel().holder().filter(surroundings.person()::equals).isPresent();
    }

    /// The gate stays open, and is asked again when what was sent has ended.
    private static boolean inspects(RunEvent.GateAnswered event, RunState state) {
        return state.gates()
                .gate(event.gate())
                .filter(gate -> gate.inspects(event.choice()))
                .isPresent();
    }

    /// A yes that left the gate open. Whoever has said it learns how somebody else can, and is
    /// asked again: the second person may come to the same terminal. Whoever is asked for theirs
    /// sees it.
    private void agreed(RunId run, Gate gate, Person by, RunState state) {
        Set<Person> yes = state.gates().yesSayers(gate.id());
        boolean news = pictures.agreed(gate.id(), yes);
        boolean elsewhere = !following && !surroundings.streams().terminal();
        if (elsewhere || yes.contains(surroundings.person())) {
            feed.offer(() -> screen.news(othersMust(run, gate, yes.size(), signs(state))));
        }
        if (news && by.equals(surroundings.person())) {
            desk.opened(gate);
        } else if (news) {
            desk.agreed(gate);
        }
    }

    /// Under a policy others are whoever signs.
    private static String signs(RunState state) {
        return state.takingUps().blobs().containsKey(Frozen.POLICY) ? "approve" : "attach";
    }

    private static String othersMust(RunId run, Gate gate, int soFar, String verb) {
        String who =
                gate.people() == 2
                        ? "A second person must say yes to gate " + gate.id()
                        : "%d of %d people have said yes to gate %s; the others must"
                                .formatted(soFar, gate.people(), gate.id());
        return who + ", and now: blackstart " + verb + " " + run;
    }

    private void print(List<String> lines) {
        if (json) {
            lines.forEach(surroundings.streams().out()::println);
        } else {
            screen.news(lines);
        }
    }
}
