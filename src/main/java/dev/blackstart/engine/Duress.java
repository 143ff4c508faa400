package dev.blackstart.engine;

import dev.blackstart.journal.Carried;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// From a write that failed until the journal takes everything again: nothing is sent, what comes
/// in is held, and what was decided and is not on disk is forgotten.
final class Duress {
    private final Equipment equipment;
    private final Recorder recorder;
    private final InstantSource clock;
    private final Attendant attendant;
    private final List<RunEvent> held = new ArrayList<>();
    private final List<Directive.Observe> begun = new ArrayList<>();
    private List<Directive> undone = List.of();
    private Optional<Trouble> trouble = Optional.empty();
    private Optional<String> spool = Optional.empty();
    private int inTry;
    private boolean attended;

    /// @param since when the first write failed
    private record Trouble(String reason, Instant since) {}

    Duress(Equipment equipment, Recorder recorder, InstantSource clock, Attendant attendant) {
        this.equipment = equipment;
        this.recorder = recorder;
        this.clock = clock;
        this.attendant = attendant;
    }

    boolean on() {
        return trouble.isPresent();
    }

    /// Somebody is there to say what is to be done.
    boolean attended() {
        return attended;
    }

    /// A write failed.
    ///
    /// @param facts what it was to record, where that has happened already
    /// @param directives what it was to begin with, where it was a decision
    /// @param over this process records nothing more, so nobody is asked about it
    void failed(
            JournalException e, List<RunEvent> facts, List<Directive> directives, boolean over) {
        Instant since = trouble.map(Trouble::since).orElseGet(clock::instant);
        if (trouble.isEmpty()) {
            held.addAll(facts);
            inTry = facts.size();
            undone = List.copyOf(directives);
        }
        trouble = Optional.of(new Trouble(e.getMessage(), since));
        hold();
        attended = !over && attendant.paused(pause());
    }

    /// What came in meanwhile.
    void seen(List<RunEvent> facts) {
        if (!facts.isEmpty()) {
            held.addAll(facts);
            hold();
            attended = attendant.paused(pause());
        }
    }

    private void hold() {
        List<Carried> lines = carried();
        spool = lines.isEmpty() ? Optional.empty() : equipment.spool().hold(recorder.run(), lines);
    }

    /// Is anything at work on a host of which no end was seen?
    boolean inFlight() {
        return state().actions().all().stream()
                .filter(ActionProgress::inFlight)
                .anyMatch(progress -> ended().noneMatch(it -> is(it, progress)));
    }

    private static boolean is(RunEvent.Ended ended, ActionProgress progress) {
        return ended.action().equals(progress.intent().action())
                && ended.purpose() == progress.intent().purpose();
    }

    private Stream<RunEvent.Ended> ended() {
        return held.stream()
                .filter(RunEvent.Ended.class::isInstance)
                .map(RunEvent.Ended.class::cast);
    }

    JournalPause pause() {
        return new JournalPause(
                false,
                trouble.map(Trouble::reason).orElse(""),
                trouble.map(Trouble::since).orElseGet(clock::instant),
                unrecorded(),
                spool,
                ended().map(Duress::withoutOutput).map(this::carried).map(Carried::word).toList(),
                equipment.journal().ballast());
    }

    /// What came in and is not in the journal, for the person who must know it.
    List<String> unrecorded() {
        return ended().map(it -> "%s %s".formatted(it.action(), words(it.outcome()))).toList();
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ -> finished("exit 0");
            case Outcome.Failed it -> finished(it.how());
            case Outcome.TimedOut _, Outcome.Rehearsed _ -> finished(outcome.word());
            case Outcome.Unknown _ ->
                    "may have been carried out (unknown) but this could not be recorded · do not repeat by hand";
            case Outcome.Unreachable it ->
                    "was not sent (%s), which could not be recorded"
                            .formatted(it.word().replace('_', ' '));
        };
    }

    private static String finished(String how) {
        return "finished (%s) but this could not be recorded · do not repeat by hand"
                .formatted(how);
    }

    /// What another process needs to know: decisions under which nothing was sent, should they be
    /// on disk, and outcomes.
    private List<Carried> carried() {
        return Stream.concat(voids(recorder.tried()), held.stream())
                .filter(it ->
                        it instanceof RunEvent.IntentVoid
                                || it instanceof RunEvent.Sent
                                || it instanceof RunEvent.Ended)
                .map(this::carried)
                .toList();
    }

    private Carried carried(RunEvent event) {
        return new Carried(
                recorder.run(),
                recorder.claimant().installation().id(),
                recorder.claimant().epoch(),
                state().sequence(),
                state().last().map(Recorded::hash).orElse(Carried.START),
                clock.instant(),
                Optional.empty(),
                event);
    }

    /// A word that a person copies must be short; how much was printed it still says.
    private static RunEvent withoutOutput(RunEvent.Ended it) {
        return new RunEvent.Ended(
                it.action(),
                it.purpose(),
                it.outcome(),
                withoutText(it.stdout()),
                withoutText(it.stderr()));
    }

    private static Kept withoutText(Kept kept) {
        return new Kept("", kept.bytes(), kept.sha256(), Optional.empty());
    }

    private static Stream<RunEvent> voids(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Dispatched.class::isInstance)
                .map(RunEvent.Dispatched.class::cast)
                .map(it ->
                        new RunEvent.IntentVoid(
                                it.action(),
                                it.purpose(),
                                it.nonce(),
                                "its write failed and was found on disk afterwards"));
    }

    /// Reads the file anew and records what is held, each once: first that nothing was sent under
    /// the decisions that are found there, then what came in, in its order.
    ///
    /// @param watch what became of the clock goes before all that is recorded by it
    /// @return what was decided, is on disk, and only looks: to be begun now
    List<Directive.Observe> recover(ClockWatch watch) throws JournalException {
        List<Recorded> landed = recorder.reread();
        List<RunEvent> moved = watch.seen();
        boolean told = false;
        if (!landed.isEmpty()) {
            held.subList(0, inTry).clear();
            told = landed.getLast().event() instanceof RunEvent.WrittenAgain;
        }
        inTry = 0;
        endedBefore();
        List<RunEvent> found = landed.stream().map(Recorded::event).toList();
        held.addAll(0, neverBegun(found));
        held.addAll(0, moved);
        if (state().closed().isEmpty() && !(told && held.isEmpty())) {
            record();
        }
        recorder.foldAgain(); // a clock that was moved may be among it
        held.clear();
        undone = List.of();
        trouble = Optional.empty();
        spool = Optional.empty();
        equipment.spool().discard(recorder.run());
        attendant.goesOn(state());
        List<Directive.Observe> now = List.copyOf(begun);
        begun.clear();
        return now;
    }

    /// Of what is on disk as unknown, left so by a person, the end that came in afterwards tells.
    private void endedBefore() {
        List<RunEvent> since = List.copyOf(held);
        held.clear();
        for (RunEvent event : since) {
            if (event instanceof RunEvent.Ended it) {
                Endings.asKnown(state(), it).ifPresent(held::add);
            } else {
                held.add(event);
            }
        }
    }

    /// What this process made of it itself is not late.
    private static boolean happened(RunEvent event) {
        return !(event instanceof RunEvent.IntentVoid
                || event instanceof RunEvent.ClockJumped
                || event instanceof RunEvent.GateVoided);
    }

    private void record() throws JournalException {
        Trouble was = trouble.orElseThrow();
        int late = (int) held.stream().filter(Duress::happened).count();
        List<RunEvent> all = new ArrayList<>(held);
        all.add(new RunEvent.WrittenAgain(was.since(), was.reason(), late, Optional.empty()));
        inTry = held.size();
        recorder.record(all);
    }

    /// Of what is on disk as begun and was not. A check is begun now; a command that somebody typed
    /// goes out at most once, and its moment is over.
    private List<RunEvent> neverBegun(List<RunEvent> found) {
        List<RunEvent> facts = new ArrayList<>(voids(found).toList());
        for (RunEvent event : found) {
            if (event instanceof RunEvent.InspectionStarted it) {
                facts.add(
                        new RunEvent.Inspected(
                                it.gate(),
                                it.step(),
                                it.host(),
                                new Observation.NoAnswer(
                                        "not sent: the journal could not be written then")));
            }
        }
        undone.stream()
                .filter(Directive.Observe.class::isInstance)
                .map(Directive.Observe.class::cast)
                .filter(it -> found.contains(new RunEvent.ObservationStarted(it.step(), it.host())))
                .forEach(begun::add);
        return facts;
    }

    private RunState state() {
        return recorder.state();
    }
}
