package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Selector;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gates at which a blocked run asks a person how to go on. The choice that does nothing is to
/// stop.
final class Decisions {
    static final String RETRY = "retry";
    static final String RECHECK = "recheck";
    static final String AGAIN = "again";
    static final String WITHOUT = "without";
    static final String SKIP = "skip";
    static final String UNDO = "undo";
    static final String UNDO_ALL = "undo_all";
    static final String STOP = "stop";
    static final String LOOK = "look";
    static final String DIAGNOSE = "diagnose";
    static final String LEAVE = "leave";
    static final String APPLIED = "applied";
    static final String REST = "rest";
    static final String NOT_LIVE = "not_live";
    static final String NOT_APPLIED = "not_applied";

    static final Choice SKIPPING =
            Choice.of(SKIP, "go on without this step; what names it is refused");
    static final Choice STOPPING = Choice.of(STOP, "stop the run here");

    private Decisions() {}

    /// What a decision to skip or stop leads to; empty when there is none or it was another.
    static Optional<List<Directive>> obeyed(Moment moment, StepId step, boolean sent) {
        Optional<GateBook.Answer> decision = moment.decision(step);
        if (decision.isEmpty()) {
            return Optional.empty();
        }
        Person by = decision.get().event().by();
        return switch (decision.get().event().choice()) {
            case SKIP ->
                    Optional.of(
                            Settle.as(
                                    step,
                                    sent ? Guards.left(moment, step) : StepOutcome.SKIPPED,
                                    without(moment, step, by)));
            case STOP -> Optional.of(Settle.stop(by, "stopped by " + by + " at " + step));
            default -> Optional.empty();
        };
    }

    private static List<String> without(Moment moment, StepId step, Person by) {
        List<String> reasons = new ArrayList<>(List.of(by + " chose to go on without it"));
        moment.plan()
                .runbook()
                .step(step)
                .flatMap(it -> Headcount.leftOut(moment, it))
                .ifPresent(reasons::add);
        return reasons;
    }

    /// Evidence or targets do not decide: take the evidence again, go on without, or stop.
    static List<Directive> blocked(Moment moment, StepId step, String headline, List<String> why) {
        return blocked(moment, step, headline, why, List.of());
    }

    /// An `on` that selects nobody, or nobody who still takes part.
    static List<Directive> selectsNobody(Moment moment, Step.Targeted step) {
        Selector on = step.targets().on();
        String why =
                on.in(moment.plan().inventory()).isEmpty()
                        ? "the inventory has no member for it"
                        : "every host it names was excluded from this run";
        return blocked(
                moment,
                step.id(),
                "`on: %s` selects no host. How shall the run go on?".formatted(on.text()),
                List.of(why));
    }

    /// @param unsure hosts that may be left out, when that is a choice
    static List<Directive> blocked(
            Moment moment, StepId step, String headline, List<String> why, List<HostName> unsure) {
        List<Choice> choices = new ArrayList<>();
        choices.add(Choice.of(RECHECK, "take the evidence again"));
        if (!unsure.isEmpty()) {
            String names = Words.hosts(unsure);
            choices.add(Choice.of(WITHOUT, "go on without " + names));
        }
        choices.add(SKIPPING);
        choices.add(STOPPING);
        return open(moment, step, headline, why, List.of(), choices);
    }

    /// An undo was sent or refused, and something is left as it is.
    static List<Directive> notUndone(
            Moment moment, StepId step, String headline, List<String> why) {
        List<Choice> choices = new ArrayList<>(Undoing.choices(moment, step));
        choices.addAll(List.of(SKIPPING, STOPPING));
        return open(moment, step, headline, why, List.of(), choices);
    }

    /// A person did it, or it was waited for, and the proof did not come.
    static List<Directive> unproven(Moment moment, StepId step, String headline, List<String> why) {
        Choice again = Choice.of(AGAIN, "wait for the proof once more");
        return open(moment, step, headline, why, List.of(), List.of(again, SKIPPING, STOPPING));
    }

    private static List<Directive> open(
            Moment moment,
            StepId step,
            String headline,
            List<String> why,
            List<HostName> hosts,
            List<Choice> choices) {
        return Settle.open(
                new Gates(moment)
                        .plain(Gate.Kind.DECISION, step, headline, why, hosts, choices, STOP));
    }
}
