package dev.blackstart.proof.power;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Holds what the journal says against what the host did.
record Account(List<RunEvent> events, List<String> effects) {
    /// What is wrong, one sentence each.
    ///
    /// @param exit how the command ended
    List<String> after(int exit) {
        List<String> wrong = new ArrayList<>();
        for (String step : Station.STEPS) {
            int done = Collections.frequency(effects, step);
            if (done > decided(step)) {
                wrong.add("%s was done %d times and sent %d".formatted(step, done, decided(step)));
            }
            if (succeeded(step) && done == 0) {
                wrong.add(step + " is recorded as succeeded and was never done");
            }
        }
        if (exit == 0 && !(verdict().equals(Optional.of(Verdict.RECOVERED)) && allRecorded())) {
            wrong.add("exit 0, and the journal does not hold every outcome");
        }
        return wrong;
    }

    private boolean allRecorded() {
        return Station.STEPS.stream().allMatch(this::succeeded);
    }

    /// Decisions to send that were made durable.
    private int decided(String step) {
        return (int)
                events.stream()
                        .filter(RunEvent.Dispatched.class::isInstance)
                        .map(RunEvent.Dispatched.class::cast)
                        .map(RunEvent.Dispatched::action)
                        .filter(action -> is(step, action))
                        .count();
    }

    private boolean succeeded(String step) {
        return events.stream()
                .anyMatch(event ->
                        switch (event) {
                            case RunEvent.Ended ended ->
                                    is(step, ended.action())
                                            && ended.outcome() instanceof Outcome.Succeeded;
                            case RunEvent.Resolved resolved ->
                                    is(step, resolved.action())
                                            && resolved.outcome() instanceof Outcome.Succeeded;
                            default -> false;
                        });
    }

    private static boolean is(String step, ActionKey action) {
        return action.step().value().equals(step);
    }

    /// How the run was closed.
    Optional<Verdict> verdict() {
        return events.stream()
                .filter(RunEvent.Closed.class::isInstance)
                .map(RunEvent.Closed.class::cast)
                .map(RunEvent.Closed::verdict)
                .findFirst();
    }
}
