package dev.blackstart.engine;

import dev.blackstart.journal.Carried;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Person;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a process before saw and could not record, held against what the journal says. It counts
/// when the run stands as that process left it and the journal has it not; else the hosts are
/// asked, whose receipts say more than it does.
///
/// @param events to be recorded before anything else; empty when there are none
/// @param refused what does not count, one sentence each
record Late(List<RunEvent> events, List<String> refused) {
    Late {
        events = List.copyOf(events);
        refused = List.copyOf(refused);
    }

    static final Late NOTHING = new Late(List.of(), List.of());

    private record Sending(ActionKey action, Purpose purpose) {}

    /// @param installation whose journal it is
    static Late of(List<Recorded> journal, String installation, List<Carried> carried) {
        RunState state = RunState.fold(journal);
        List<RunEvent> events = new ArrayList<>();
        Set<String> refused = new LinkedHashSet<>();
        Set<Sending> ended = new HashSet<>();
        Set<Sending> sent = new HashSet<>();
        for (Carried one : carried) {
            Optional<String> why = refusal(journal, installation, one);
            if (why.isPresent()) {
                refused.add(why.get());
            } else if (counts(state, one, sent, ended)) {
                events.add(one.event());
            }
        }
        if (!events.isEmpty()) {
            events.add(again(carried, events));
        }
        return new Late(events, List.copyOf(refused));
    }

    private static RunEvent again(List<Carried> carried, List<RunEvent> events) {
        int late = (int) events.stream().filter(it -> !(it instanceof RunEvent.IntentVoid)).count();
        Instant since = carried.stream().map(Carried::at).min(Instant::compareTo).orElseThrow();
        Optional<Person> by = carried.stream().flatMap(it -> it.by().stream()).findFirst();
        return new RunEvent.WrittenAgain(
                since, "the journal could not be written by the process before", late, by);
    }

    private static Optional<String> refusal(
            List<Recorded> journal, String installation, Carried one) {
        if (!one.installation().equals(installation)) {
            return Optional.of(
                    "An outcome that was held for this run belongs to another journal and is not recorded.");
        }
        boolean known =
                one.after() == 0
                        || one.after() <= journal.size()
                                && journal.get((int) one.after() - 1).hash().equals(one.head());
        if (!known) {
            return Optional.of(
                    "An outcome that was held belongs to another state of this run and is not recorded; the hosts are asked.");
        }
        Optional<Recorded> since =
                journal.subList((int) one.after(), journal.size()).stream()
                        .filter(it -> takesUp(it.event()))
                        .findFirst();
        return since.map(it ->
                "%s was held, and the run was taken up since (event %d): it is not recorded; the hosts are asked."
                        .formatted(words(one.event()), it.sequence()));
    }

    private static boolean takesUp(RunEvent event) {
        return event instanceof RunEvent.OfTakingUp || event instanceof RunEvent.Reopened;
    }

    private static String words(RunEvent event) {
        return event instanceof RunEvent.Ended it
                ? "That %s finished (%s)".formatted(it.action(), it.outcome().word())
                : "What was seen";
    }

    /// Each once, and only of a sending that this very process decided.
    private static boolean counts(
            RunState state, Carried one, Set<Sending> sent, Set<Sending> ended) {
        if (one.event() instanceof RunEvent.Sent it) {
            return open(state, it.action(), it.purpose(), one.epoch())
                            .filter(progress -> progress.sentAt().isEmpty())
                            .isPresent()
                    && sent.add(new Sending(it.action(), it.purpose()));
        }
        if (one.event() instanceof RunEvent.Ended it) {
            return open(state, it.action(), it.purpose(), one.epoch()).isPresent()
                    && ended.add(new Sending(it.action(), it.purpose()));
        }
        return one.event() instanceof RunEvent.IntentVoid it
                && open(state, it.action(), it.purpose(), one.epoch())
                        .filter(progress -> progress.intent().nonce().equals(it.nonce()))
                        .isPresent()
                && ended.add(new Sending(it.action(), it.purpose()));
    }

    private static Optional<ActionProgress> open(
            RunState state, ActionKey action, Purpose purpose, long epoch) {
        return state.actions()
                .of(action, purpose)
                .filter(ActionProgress::inFlight)
                .filter(progress -> progress.intent().epoch() == epoch);
    }
}
