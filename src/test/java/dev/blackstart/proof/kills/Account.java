package dev.blackstart.proof.kills;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Holds what the journal says against what the hosts did.
///
/// @param hosts their names
record Account(List<String> hosts, List<Recorded> events, List<Hosts.Effect> effects) {
    Account {
        hosts = List.copyOf(hosts);
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }

    private List<RunEvent.Dispatched> decisions() {
        return all(RunEvent.Dispatched.class).toList();
    }

    private <E extends RunEvent> Stream<E> all(Class<E> type) {
        return events.stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
    }

    /// At any moment: what is done was decided before, and no decision is carried out twice.
    List<String> ever() {
        List<String> wrong = new ArrayList<>();
        for (RunEvent.Dispatched sent : decisions()) {
            long times = times(sent, true);
            if (times > 1) {
                wrong.add("repeated: %s began %d times".formatted(sent.action(), times));
            }
        }
        for (Hosts.Effect effect : effects) {
            if (decisions().stream().noneMatch(sent -> is(sent, effect))) {
                wrong.add("repeated: nobody decided to send " + effect);
            }
        }
        return wrong;
    }

    /// When the run has ended.
    ///
    /// @param repaid also its loan
    List<String> inTheEnd(boolean repaid) {
        List<String> wrong = new ArrayList<>(ever());
        wrong.addAll(once("a lend"));
        for (String host : hosts) {
            wrong.addAll(once(host + " restart"));
            wrong.addAll(once(host + " finish"));
        }
        if (repaid) {
            wrong.addAll(once("a undo"));
        }
        for (RunEvent.Dispatched sent : decisions()) {
            said(sent).ifPresent(wrong::add);
        }
        return wrong;
    }

    private List<String> once(String each) {
        List<String> wrong = new ArrayList<>();
        long done = effects.stream().filter(it -> !it.begun() && named(it, each)).count();
        long begun = effects.stream().filter(it -> it.begun() && named(it, each)).count();
        if (done == 0) {
            wrong.add("lost: %s was not done".formatted(each));
        }
        if (begun > 1) {
            wrong.add("repeated: %s was begun %d times".formatted(each, begun));
        }
        return wrong;
    }

    /// What is wrong about what the journal says of a sending.
    private Optional<String> said(RunEvent.Dispatched sent) {
        Optional<Outcome> outcome = outcome(sent.action(), sent.purpose());
        boolean right =
                outcome.filter(it ->
                                switch (it) {
                                    case Outcome.Succeeded succeeded -> times(sent, false) == 1;
                                    case Outcome.Unreachable never -> times(sent, true) == 0;
                                    case Outcome.Failed failed -> false;
                                    case Outcome.TimedOut late -> false;
                                    case Outcome.Unknown unknown -> false;
                                    case Outcome.Rehearsed rehearsed -> false;
                                })
                        .isPresent();
        return right
                ? Optional.empty()
                : Optional.of(
                        "%sthe journal says of %s: %s, and on the host it began %d times and ended %d"
                                .formatted(
                                        times(sent, true) == 0 ? "lost: " : "",
                                        sent.action(),
                                        outcome.map(Outcome::word).orElse("nothing"),
                                        times(sent, true),
                                        times(sent, false)));
    }

    private Optional<Outcome> outcome(ActionKey action, Purpose purpose) {
        return events.stream()
                .map(Recorded::event)
                .flatMap(event ->
                        switch (event) {
                            case RunEvent.Ended it
                                    when it.action().equals(action) && it.purpose() == purpose ->
                                    Stream.of(it.outcome());
                            case RunEvent.Resolved it
                                    when it.action().equals(action) && it.purpose() == purpose ->
                                    Stream.of(it.outcome());
                            default -> Stream.<Outcome>empty();
                        })
                .reduce((older, newer) -> newer);
    }

    private long times(RunEvent.Dispatched sent, boolean begun) {
        return effects.stream().filter(it -> it.begun() == begun && is(sent, it)).count();
    }

    private static boolean is(RunEvent.Dispatched sent, Hosts.Effect effect) {
        return effect.claim().endsWith("-" + sent.nonce())
                && effect.host().equals(sent.action().host().value());
    }

    private static boolean named(Hosts.Effect effect, String each) {
        return each.equals(effect.host() + " " + effect.what());
    }

    /// How the run was closed last, when nothing came after.
    Optional<RunEvent.Closed> closed() {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.getLast().event())
                        .filter(RunEvent.Closed.class::isInstance)
                        .map(RunEvent.Closed.class::cast);
    }
}
