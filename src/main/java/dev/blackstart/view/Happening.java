package dev.blackstart.view;

import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Weighed;
import java.util.Optional;

/// An event of a run, with what only the state at that moment can say of it; safe to hand to
/// another thread.
///
/// @param weighed for a verdict, everything that speaks for it and against it
public record Happening(Recorded recorded, Mode mode, Optional<Weighed> weighed) {
    /// @param state already contains the event
    public static Happening of(Recorded recorded, Plan plan, RunState state) {
        Optional<Weighed> weighed =
                recorded.event() instanceof RunEvent.Established it
                        ? Optional.ofNullable(plan.runbook().hypotheses().get(it.hypothesis()))
                                .map(said -> Weighed.of(said, plan, state, recorded.at()))
                        : Optional.empty();
        return new Happening(
                recorded, state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE), weighed);
    }
}
