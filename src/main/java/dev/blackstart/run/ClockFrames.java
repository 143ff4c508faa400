package dev.blackstart.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Brings the events of a run into the time of its last ones. When the wall clock was moved, what
/// was waited for before has waited as long as it had, whatever the clock says: those instants move
/// with it. What was seen may have aged meanwhile, as in a machine that was suspended: it never
/// gets younger by such a move, and older by one forward.
final class ClockFrames {
    private ClockFrames() {}

    static List<Recorded> last(List<Recorded> events) {
        List<Recorded> moved = new ArrayList<>();
        Duration waiting = Duration.ZERO;
        Duration ageing = Duration.ZERO;
        for (Recorded recorded : events.reversed()) {
            Duration by = ages(recorded.event()) ? ageing : waiting;
            moved.addFirst(by.isZero() ? recorded : recorded.moved(by));
            if (recorded.event() instanceof RunEvent.ClockJumped jump) {
                waiting = waiting.plus(jump.by());
                ageing = jump.by().isNegative() ? ageing.plus(jump.by()) : ageing;
            }
        }
        return moved;
    }

    private static boolean ages(RunEvent event) {
        return event instanceof RunEvent.Observed
                || event instanceof RunEvent.Answered
                || event instanceof RunEvent.Established;
    }
}
