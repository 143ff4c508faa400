package dev.blackstart.journal;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Amendment;
import dev.blackstart.run.CaptureTime;
import dev.blackstart.run.Choice;
import dev.blackstart.run.FileState;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.GuardWord;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Kept;
import dev.blackstart.run.License;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.PreparedUpload;
import dev.blackstart.run.Printed;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.Repayment;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.WavePlan;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// At least one event of every type and every case inside it, by the name of its golden file.
public final class EventSamples {
    public static final RunId RUN = RunId.of(1_767_225_600_000L, 7, 42);
    public static final Instant AT = Instant.parse("2026-01-01T03:00:00.123456789Z");
    public static final Person ANNA = new Person("anna");
    static final HostName HOST = new HostName("cp1");
    static final StepId STEP = new StepId("drain_log_pipe");
    static final FindingName FINDING = new FindingName("store_silent");
    private static final ActionKey ACTION = new ActionKey(STEP, HOST, 1);
    private static final GateId GATE = new GateId(3);
    static final String DIGEST = Digests.sha256(new byte[] {1});
    private static final Kept OUTPUT =
            new Kept("grüße \u001b[31m\n\ud800 broken", 23, DIGEST, Optional.of(DIGEST));
    private static final Duration TOOK = Duration.ofMillis(1_250);

    private EventSamples() {}

    private static void duress(Map<String, RunEvent> all) {
        all.put(
                "IntentVoid",
                new RunEvent.IntentVoid(
                        ACTION, Purpose.ACT, "0f".repeat(16), "found on disk afterwards"));
        all.put(
                "WrittenAgain",
                new RunEvent.WrittenAgain(AT, "the disk is full", 2, Optional.of(ANNA)));
    }

    public static Map<String, RunEvent> all() {
        Map<String, RunEvent> all = new LinkedHashMap<>();
        PeopleSamples.add(all);
        checks(all);
        gates(all);
        actions(all);
        resolutions(all);
        departures(all);
        steps(all);
        duress(all);
        return all;
    }

    public static RunEvent noted(String text) {
        return new RunEvent.Noted(text);
    }

    private static void checks(Map<String, RunEvent> all) {
        all.put("ObservationStarted", new RunEvent.ObservationStarted(STEP, HOST));
        all.put("Observed", new RunEvent.Observed(STEP, HOST, seen()));
        all.put("Observed-hung", new RunEvent.Observed(STEP, HOST, hung()));
        all.put(
                "Observed-no-answer",
                new RunEvent.Observed(STEP, HOST, new Observation.NoAnswer("no route")));
        all.put(
                "Observed-not-admissible",
                new RunEvent.Observed(STEP, HOST, new Observation.NotAdmissible("link is down")));
        all.put(
                "Established",
                new RunEvent.Established(
                        new HypothesisName("cluster_is_cause"),
                        HypothesisVerdict.CONFIRMED,
                        List.of("any(store_frozen) is true: cp1 says so (2 s ago)")));
        all.put("Verified", new RunEvent.Verified(STEP, Truth.TRUE, List.of("it answers")));
    }

    private static Observation seen() {
        Map<FindingName, Reading> findings = new LinkedHashMap<>();
        findings.put(FINDING, new Reading.Taken(new Value.Bool(true)));
        findings.put(new FindingName("restarts"), new Reading.Taken(new Value.Whole(1L << 60)));
        findings.put(new FindingName("load"), new Reading.Taken(new Value.Real(0.1)));
        findings.put(
                new FindingName("not_a_number"), new Reading.Taken(new Value.Real(Double.NaN)));
        findings.put(new FindingName("state"), new Reading.Taken(new Value.Words("dead")));
        findings.put(new FindingName("absent"), new Reading.Missing("stdout is not JSON"));
        return new Observation.Seen(
                OptionalInt.of(0),
                Optional.empty(),
                false,
                TOOK,
                OUTPUT,
                Kept.NOTHING,
                findings,
                Optional.of("5f9c"));
    }

    private static Observation hung() {
        return new Observation.Seen(
                OptionalInt.empty(),
                Optional.of("KILL"),
                true,
                TOOK,
                Kept.NOTHING,
                Kept.NOTHING,
                Map.of(),
                Optional.empty());
    }

    private static void gates(Map<String, RunEvent> all) {
        all.put("GateOpened", new RunEvent.GateOpened(approval()));
        all.put("GateOpened-decision", new RunEvent.GateOpened(decision()));
        all.put("GateOpened-upload", new RunEvent.GateOpened(uploading()));
        all.put("Rehearsed", new RunEvent.Rehearsed(approval()));
        all.put("GateAnswered", new RunEvent.GateAnswered(GATE, DIGEST, "y", "cp1", "", ANNA));
        all.put(
                "GateAnswered-without-words",
                new RunEvent.GateAnswered(GATE, DIGEST, "y", "", ANNA));
        all.put("GateAnswered-signed", SignedAnswer.SAMPLE);
        all.put("GateVoided", new RunEvent.GateVoided(GATE, "store_silent changed on cp1"));
        all.put("GlassReviewed", new RunEvent.GlassReviewed(GATE, ANNA, "it was needed"));
    }

    private static void departures(Map<String, RunEvent> all) {
        all.put(
                "HostSkipped",
                new RunEvent.HostSkipped(
                        STEP, HOST, Optional.of(GATE), Optional.of(ANNA), "chosen by anna"));
        all.put(
                "HostSkipped-by-rule",
                new RunEvent.HostSkipped(
                        STEP,
                        HOST,
                        Optional.empty(),
                        Optional.empty(),
                        "`on_failure: skip_host`: exit 3"));
        all.put(
                "HostExcluded",
                new RunEvent.HostExcluded(
                        HOST, STEP, Optional.of(GATE), Optional.of(ANNA), "chosen by anna"));
        all.put("Amended", new RunEvent.Amended(GATE, ACTION, "old", "new\n", ANNA));
        all.put(
                "InspectionStarted",
                new RunEvent.InspectionStarted(GATE, STEP, HOST, "df -h /var", ANNA));
        all.put("Inspected", new RunEvent.Inspected(GATE, STEP, HOST, hung()));
    }

    private static Gate approval() {
        Prepared command =
                new Prepared(
                        HOST,
                        "scripts/drain-pipe.sh",
                        "#!/bin/sh\n",
                        Map.of("PIPE", "x", "AGE", "1"),
                        true,
                        Optional.of("token"),
                        Duration.ofSeconds(90),
                        1024);
        return new Gate(
                GATE,
                Gate.Kind.APPROVAL,
                STEP,
                "Drain the pipe on cp1?",
                List.of(HOST),
                Optional.of(Risk.MUTATE),
                List.of("the cluster is the cause"),
                List.of(command),
                List.of(new License(FINDING, HOST, "true", AT, "check store_answers")),
                Optional.of("scripts/stop-drain.sh"),
                Optional.of("store_answers"),
                List.of("Do not reboot the gateway."),
                List.of(Choice.of("y", "send it"), new Choice("n", "do nothing", "cp1")),
                "n",
                DIGEST,
                AT,
                3,
                List.of(new Amendment(HOST, "scripts/drain-pipe.sh", "old", "#!/bin/sh\n", ANNA)),
                Optional.of(
                        new WavePlan(
                                4,
                                List.of(new WavePlan.Wave(2, List.of(HOST))),
                                List.of("after each wave: proven before the next one goes"))),
                List.of(),
                List.of());
    }

    private static Gate uploading() {
        Gate gate = approval();
        PreparedUpload file =
                new PreparedUpload(
                        "/etc/app.conf",
                        "level high\n",
                        DIGEST,
                        PreparedUpload.ABSENT,
                        "0644",
                        "appctl check /etc/.blackstart-run-place.app.conf",
                        "/etc/.blackstart-run-place.app.conf",
                        "/etc/.blackstart-0123456789abcdef.app.conf",
                        List.of("@@ -0,0 +1,1 @@", "+level high"));
        return new Gate(
                gate.id(),
                gate.kind(),
                gate.step(),
                gate.headline(),
                gate.targets(),
                gate.risk(),
                gate.why(),
                List.of(gate.commands().getFirst().with(file)),
                gate.licenses(),
                gate.undo(),
                gate.proof(),
                gate.cautions(),
                gate.choices(),
                gate.fallback(),
                gate.digest(),
                gate.expires(),
                gate.people(),
                gate.amendments(),
                gate.waves(),
                List.of("store is gone meanwhile; nothing needs it."),
                List.of(gate.commands().getFirst()));
    }

    private static Gate decision() {
        return new Gate(
                GATE,
                Gate.Kind.DECISION,
                STEP,
                "How shall it go on?",
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(Choice.asking(Choice.Asks.HOSTS, "skip_host", "go on without a host")),
                "s",
                DIGEST,
                AT);
    }

    private static RunEvent file(FileState state) {
        return new RunEvent.FileSeen(STEP, HOST, "/etc/app.conf", state);
    }

    private static void actions(Map<String, RunEvent> all) {
        all.put(
                "Dispatched",
                new RunEvent.Dispatched(ACTION, Purpose.PRESERVE, "k7x2", DIGEST, GATE));
        all.put(
                "Dispatched-bare",
                new RunEvent.Dispatched(ACTION, Purpose.ACT, "k7x2", DIGEST, GATE, 12, true));
        all.put("FileSeen", file(new FileState.Present(DIGEST, 10, "level low\n")));
        all.put("FileSeen-absent", file(new FileState.Absent()));
        all.put("FileSeen-unusable", file(new FileState.Unusable("it is a folder")));
        all.put("FileSeen-unknown", file(new FileState.Unknown("no route")));
        all.put(
                "Sighted",
                new RunEvent.Sighted(
                        ACTION, true, Optional.of("7a1b"), Optional.of(Duration.ofSeconds(9)), ""));
        all.put(
                "Sighted-away",
                new RunEvent.Sighted(
                        ACTION, false, Optional.empty(), Optional.empty(), "no route"));
        all.put("Rebooted", new RunEvent.Rebooted(HOST, "5f9c", "7a1b", Optional.of(STEP), true));
        all.put("Sent", new RunEvent.Sent(ACTION, Purpose.ACT, Optional.of("5f9c")));
        EndSamples.add(all);
    }

    private static void resolutions(Map<String, RunEvent> all) {
        all.put(
                "Resolved",
                new RunEvent.Resolved(
                        ACTION,
                        Purpose.ACT,
                        new Outcome.Succeeded(Duration.ZERO),
                        Resolver.RECEIPT,
                        ANNA,
                        "the receipt says exit 0",
                        Optional.empty()));
        all.put(
                "Resolved-with-output",
                new RunEvent.Resolved(
                        ACTION,
                        Purpose.ACT,
                        new Outcome.Failed("exit 3", Duration.ZERO),
                        Resolver.RECEIPT,
                        ANNA,
                        "the receipt says exit 3",
                        Optional.of(new Printed(OUTPUT, Kept.NOTHING))));
        all.put(
                "NeedsChecked",
                new RunEvent.NeedsChecked(
                        ACTION.step(), ACTION.host(), List.of("perl"), Optional.empty()));
        all.put(
                "RunbookAmended",
                new RunEvent.RunbookAmended(
                        Map.of("runbook/scripts/drain.sh", "ab".repeat(32)),
                        List.of(new StepId("drain_log_pipe")),
                        List.of("--- scripts/drain.sh", "+++ scripts/drain.sh"),
                        ANNA));
        all.put("ReconcileBegun", new RunEvent.ReconcileBegun(ANNA));
        all.put(
                "ReceiptRead",
                new RunEvent.ReceiptRead(ACTION, Purpose.ACT, ReceiptWord.RUNNING, "running"));
        all.put(
                "AtWork",
                new RunEvent.AtWork(
                        ACTION,
                        Purpose.ACT,
                        Optional.of(Duration.ofMinutes(5)),
                        "looks like a prompt: \"Proceed [y/N]\""));
        all.put(
                "StopTold",
                new RunEvent.StopTold(
                        ACTION,
                        Purpose.ACT,
                        new GateId(4),
                        "stopped; nothing of it is left there"));
        all.put(
                "ArtifactChecked",
                new RunEvent.ArtifactChecked(ACTION, "/tmp/s.db", Truth.UNKNOWN, "no etcdutl"));
        all.put(
                "Fetched",
                new RunEvent.Fetched(ACTION, "/tmp/s.db", "/home/anna/s.db", 9, DIGEST, true, ""));
    }

    private static void steps(Map<String, RunEvent> all) {
        all.put("WaveBegun", new RunEvent.WaveBegun(STEP, 2, 4, List.of(HOST)));
        all.put("WaveProven", new RunEvent.WaveProven(STEP, 2, Truth.TRUE, List.of("it answers")));
        all.put("WaveSoaked", new RunEvent.WaveSoaked(STEP, 2));
        all.put(
                "Called",
                new RunEvent.Called(
                        new StepId("dns_deadlock.resolver_only"),
                        "resolver-only",
                        List.of("any(deadlocked) is true")));
        all.put(
                "Captured",
                new RunEvent.Captured(
                        STEP, ACTION.host(), CaptureTime.ORIGINAL, Optional.of("192.0.2.1"), ""));
        all.put(
                "LoanTaken",
                new RunEvent.LoanTaken(STEP, ACTION.host(), AT, "Answer", "scripts/back.sh"));
        all.put(
                "LoanRepaid",
                new RunEvent.LoanRepaid(STEP, ACTION.host(), Repayment.UNDONE, "it is back"));
        all.put("GuardAnswered", new RunEvent.GuardAnswered(ACTION, GuardWord.REVERTED, "exit 0"));
        all.put(
                "LoanLeft",
                new RunEvent.LoanLeft(
                        STEP, List.of("declined by anna"), "blackstart loans repay asks again"));
        all.put("Reopened", new RunEvent.Reopened(ANNA, Optional.of(STEP)));
        all.put(
                "StepSettled",
                new RunEvent.StepSettled(STEP, StepOutcome.NOT_NEEDED, List.of("no")));
    }
}
