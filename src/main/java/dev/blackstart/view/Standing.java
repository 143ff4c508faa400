package dev.blackstart.view;

import dev.blackstart.run.LeftBehind;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;

/// Where a run stands, in a few words: its verdict, or what it waits for.
public final class Standing {
    /// Of a run that waits for nobody.
    public static final String GOES_ON = "open";

    private Standing() {}

    public static String of(RunState state) {
        if (state.closed().isPresent()) {
            Verdict verdict = state.closed().get().verdict();
            return verdict == Verdict.DIAGNOSED && rehearsal(state)
                    ? "rehearsed"
                    : verdict.word().replace('_', ' ') + without(verdict, state) + glass(state);
        }
        String how = state.paused().isPresent() ? "paused" : "waiting";
        return state.gates()
                .open()
                .map(gate -> how + " at gate " + gate.id())
                .or(() -> state.paused().map(paused -> how))
                .orElse(GOES_ON);
    }

    private static String without(Verdict verdict, RunState state) {
        return verdict == Verdict.PARTIAL ? Without.named(LeftBehind.in(state)) : "";
    }

    private static String glass(RunState state) {
        return state.gates().glass().open().isEmpty() ? "" : ", TO BE REVIEWED";
    }

    private static boolean rehearsal(RunState state) {
        return state.opened().filter(opened -> opened.mode() == Mode.REHEARSAL).isPresent();
    }
}
