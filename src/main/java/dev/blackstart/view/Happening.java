package dev.blackstart.view;

import dev.blackstart.run.LeftBehind;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Weighed;
import java.util.List;
import java.util.Optional;

/// An event of a run, with what only the state at that moment can say of it; safe to hand to
/// another thread.
///
/// @param left when it closed, the hosts that it did without
/// @param weighed for a verdict, everything that speaks for it and against it
public record Happening(
        Recorded recorded, Mode mode, List<LeftBehind> left, Optional<Weighed> weighed) {
    public Happening {
        left = List.copyOf(left);
    }

    /// @param state already contains the event
    public static Happening of(Recorded recorded, Plan plan, RunState state) {
        Optional<Weighed> weighed =
                recorded.event() instanceof RunEvent.Established it
                        ? Optional.ofNullable(plan.runbook().hypotheses().get(it.hypothesis()))
                                .map(said -> Weighed.of(said, plan, state, recorded.at()))
                        : Optional.empty();
        return of(recorded, state, weighed);
    }

    /// As it is told afterwards.
    ///
    /// @param state contains the event, and perhaps later ones
    public static Happening of(Recorded recorded, RunState state) {
        return of(recorded, state, Optional.empty());
    }

    private static Happening of(Recorded recorded, RunState state, Optional<Weighed> weighed) {
        return new Happening(
                recorded,
                state.opened().map(RunEvent.RunOpened::mode).orElse(Mode.LIVE),
                recorded.event() instanceof RunEvent.Closed ? LeftBehind.in(state) : List.of(),
                weighed);
    }
}
