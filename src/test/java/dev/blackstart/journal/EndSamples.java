package dev.blackstart.journal;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// One event of each way in which a sending ends, and in which a host answers nothing.
final class EndSamples {
    private static final StepId STEP = new StepId("drain_log_pipe");
    private static final HostName HOST = new HostName("cp1");
    private static final Duration TOOK = Duration.ofMillis(1_250);
    private static final Kept OUTPUT =
            new Kept(
                    "grüße \u001b[31m\n\ud800 broken",
                    23,
                    EventSamples.DIGEST,
                    Optional.of(EventSamples.DIGEST));

    private EndSamples() {}

    static void add(Map<String, RunEvent> all) {
        all.put("Ended", ended(new Outcome.Succeeded(TOOK)));
        all.put("Ended-failed", ended(new Outcome.Failed("exit 3", TOOK)));
        all.put("Ended-timed-out", ended(new Outcome.TimedOut(TOOK)));
        all.put("Ended-unreachable", ended(new Outcome.Unreachable("connection refused")));
        all.put(
                "Ended-refused-by-host",
                ended(new Outcome.Unreachable("fenced", Hindrance.REFUSED_BY_HOST)));
        all.put("Ended-unknown", ended(new Outcome.Unknown("connection lost")));
        all.put("Ended-doubtful", ended(new Outcome.Unknown("connection lost", true)));
        all.put("Ended-rehearsed", ended(new Outcome.Rehearsed()));
        all.put(
                "Observed-not-sent",
                new RunEvent.Observed(
                        STEP,
                        HOST,
                        new Observation.NoAnswer("another host key", Hindrance.NOT_SENT)));
    }

    private static RunEvent ended(Outcome outcome) {
        return new RunEvent.Ended(
                new ActionKey(STEP, HOST, 1), Purpose.RELEASE, outcome, OUTPUT, Kept.NOTHING);
    }
}
