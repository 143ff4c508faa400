package dev.blackstart.view;

import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What a person must know before they end a run that somebody else answers for: which run it is,
/// who has the hand on it, what is open, and what can be done instead.
///
/// @param me who wants to end it
/// @param carriedBy whose process carries it out now
/// @param holds names of what no other run may act on meanwhile
public record EndingPage(
        RunState state,
        Person me,
        Optional<String> carriedBy,
        List<String> holds,
        Instant now,
        ZoneId zone,
        int columns) {
    public EndingPage {
        holds = List.copyOf(holds);
    }

    /// @param named makes commands that can be typed as they stand, before lines are broken
    public List<String> lines(UnaryOperator<String> named) {
        List<String> lines = new ArrayList<>();
        RunEvent.RunOpened opened = state.opened().orElseThrow();
        lines.addAll(
                labelled(
                        "run",
                        "%s (%s, %s): %s"
                                .formatted(
                                        opened.run(),
                                        opened.runbook(),
                                        opened.mode().name().toLowerCase(Locale.ROOT),
                                        opened.title())));
        state.wheel()
                .hand()
                .ifPresent(hand ->
                        lines.addAll(
                                labelled(
                                        "hand",
                                        hand.person()
                                                + " answers its gates since "
                                                + Clocks.since(hand.since(), now, zone))));
        lines.addAll(labelled("process", process()));
        lines.addAll(labelled("open", open()));
        if (!holds.isEmpty()) {
            lines.addAll(labelled("holds", FewNames.of(holds)));
        }
        lines.addAll(
                labelled(
                        "ends",
                        "for good: nothing more is sent, what runs is left to end, what was changed stays"));
        carriedBy.ifPresent(
                person -> lines.addAll(labelled("instead", named.apply(instead(opened)))));
        return List.copyOf(lines);
    }

    private String process() {
        return carriedBy
                .map(person -> "carried out now by a process of " + person)
                .orElse("nobody carries it out now");
    }

    private String open() {
        List<String> open = new ArrayList<>();
        state.gates().open().map(EndingPage::words).ifPresent(open::add);
        actions("still runs", ActionProgress::inFlight).ifPresent(open::add);
        actions("outcome not known", ActionProgress::unknown).ifPresent(open::add);
        return open.isEmpty() ? "no gate, and nothing runs" : String.join("; ", open);
    }

    private static String words(Gate gate) {
        return "gate " + gate.id() + ", " + gate.headline();
    }

    private Optional<String> actions(String what, Predicate<ActionProgress> which) {
        List<String> names =
                state.actions().all().stream()
                        .filter(which)
                        .map(it -> it.intent().action().toString())
                        .distinct()
                        .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(what + ": " + FewNames.of(names));
    }

    private String instead(RunEvent.RunOpened opened) {
        return "blackstart attach %s watches; %s hands it to you with blackstart hand-over %s --to %s"
                .formatted(
                        opened.run(),
                        state.wheel().holder().map(Person::name).orElse("its holder"),
                        opened.run(),
                        me);
    }

    private List<String> labelled(String label, String words) {
        return Section.whole(label, Wrapped.lines(words, columns - Section.INDENT)).shown();
    }
}
