package dev.blackstart.engine;

import dev.blackstart.inventory.Host;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Person;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Resolver;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Validity;
import dev.blackstart.runbook.Value;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.wrapper.ActionReply;
import dev.blackstart.transport.wrapper.Claim;
import dev.blackstart.transport.wrapper.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a completion means as a fact.
final class Conclusions {
    private static final Person HOST = new Person("host");

    private final Plan plan;

    Conclusions(Plan plan) {
        this.plan = plan;
    }

    Observation observation(Step.Check check, Host host, Completion completion) {
        return switch (completion) {
            case Completion.Unreachable it -> new Observation.NoAnswer(it.reason());
            case Completion.Lost it -> new Observation.NoAnswer("connection lost: " + it.reason());
            case Completion.Exited it ->
                    seen(
                            check,
                            host,
                            OptionalInt.of(it.status()),
                            Optional.empty(),
                            false,
                            it.took(),
                            it.stdout(),
                            it.stderr(),
                            it.bootId());
            case Completion.Signalled it ->
                    seen(
                            check,
                            host,
                            OptionalInt.empty(),
                            Optional.of(it.signal()),
                            false,
                            it.took(),
                            it.stdout(),
                            it.stderr(),
                            it.bootId());
            case Completion.DeadlinePassed it ->
                    seen(
                            check,
                            host,
                            OptionalInt.empty(),
                            Optional.empty(),
                            true,
                            it.took(),
                            it.stdout(),
                            it.stderr(),
                            it.bootId());
        };
    }

    private Observation seen(
            Step.Check check,
            Host host,
            OptionalInt exit,
            Optional<String> signal,
            boolean timedOut,
            Duration took,
            Kept stdout,
            Kept stderr,
            Optional<String> bootId) {
        CheckResult result =
                new CheckResult(
                        host,
                        plan.parameters(),
                        exit,
                        stdout.text(),
                        stderr.text(),
                        took,
                        timedOut);
        Map<FindingName, Reading> findings = new LinkedHashMap<>();
        check.findings().forEach((name, measure) -> findings.put(name, measure.take(result)));
        return new Observation.Seen(exit, signal, timedOut, took, stdout, stderr, findings, bootId);
    }

    RunEvent ended(Directive.Act directive, Claim claim, Completion completion, Duration took) {
        return switch (ActionReply.of(completion, claim)) {
            case ActionReply.Exited it ->
                    ended(directive, exited(it.status(), took), it.stdout(), it.stderr());
            case ActionReply.TimedOutOnHost it ->
                    ended(
                            directive,
                            new Outcome.TimedOut(directive.prepared().timeout()),
                            it.stdout(),
                            it.stderr());
            case ActionReply.AlreadyClaimed it ->
                    ended(
                            directive,
                            new Outcome.Unknown("the host has this very claim already"),
                            Kept.NOTHING,
                            Kept.NOTHING);
            case ActionReply.NotStarted it ->
                    ended(
                            directive,
                            new Outcome.Unreachable(it.reason()),
                            Kept.NOTHING,
                            Kept.NOTHING);
            case ActionReply.NotKnown it ->
                    ended(directive, new Outcome.Unknown(it.reason()), it.stdout(), it.stderr());
        };
    }

    private static RunEvent ended(
            Directive.Act directive, Outcome outcome, Kept stdout, Kept stderr) {
        return new RunEvent.Ended(directive.action(), directive.purpose(), outcome, stdout, stderr);
    }

    private static Outcome exited(int status, Duration took) {
        return status == 0
                ? new Outcome.Succeeded(took)
                : new Outcome.Failed(
                        status > 128 && status <= 192
                                ? "exit %d (signal %d)".formatted(status, status - 128)
                                : "exit " + status,
                        took);
    }

    /// A receipt that decides resolves; one that does not is recorded as read.
    RunEvent receipt(ActionProgress progress, Claim claim, Completion completion, Instant now) {
        Duration age = Duration.between(progress.intendedAt(), now);
        Receipt receipt =
                Receipt.parse(completion, new Receipt.Sending(claim, progress.bootId(), age));
        return switch (receipt) {
            case Receipt.Done done -> resolved(progress, outcome(done));
            case Receipt.NotStarted none ->
                    resolved(
                            progress,
                            new Outcome.Unreachable(
                                    "never started there, says the host's receipt"));
            case Receipt.Running running ->
                    read(progress, "running since " + running.since() + ", says the host");
            case Receipt.LostByReboot lost ->
                    read(
                            progress,
                            "the host was rebooted meanwhile; how it ended is written nowhere");
            case Receipt.Unreadable unreadable -> read(progress, unreadable.reason());
        };
    }

    private static Outcome outcome(Receipt.Done done) {
        return done.timedOut()
                ? new Outcome.TimedOut(Duration.ZERO)
                : exited(done.status(), Duration.ZERO);
    }

    private static RunEvent resolved(ActionProgress progress, Outcome outcome) {
        return new RunEvent.Resolved(
                progress.intent().action(),
                progress.intent().purpose(),
                outcome,
                Resolver.RECEIPT,
                HOST,
                "read from the host");
    }

    private static RunEvent read(ActionProgress progress, String answer) {
        return new RunEvent.ReceiptRead(
                progress.intent().action(), progress.intent().purpose(), answer);
    }

    RunEvent needs(Directive.CheckNeeds directive, Completion completion) {
        return switch (completion) {
            case Completion.Exited it when it.status() == 0 ->
                    needs(directive, it.stdout().text().lines().toList(), Optional.empty());
            case Completion.Exited it -> unasked(directive, "exit " + it.status());
            case Completion.Signalled it -> unasked(directive, "signal " + it.signal());
            case Completion.DeadlinePassed it -> unasked(directive, "no answer in time");
            case Completion.Lost it -> unasked(directive, it.reason());
            case Completion.Unreachable it -> unasked(directive, it.reason());
        };
    }

    private static RunEvent unasked(Directive.CheckNeeds directive, String reason) {
        return needs(directive, List.of(), Optional.of(reason));
    }

    private static RunEvent needs(
            Directive.CheckNeeds directive, List<String> missing, Optional<String> reason) {
        return new RunEvent.NeedsChecked(directive.step(), directive.host(), missing, reason);
    }

    RunEvent artifact(Directive.CheckArtifact directive, Host host, Completion completion) {
        Optional<Measure> that =
                plan.runbook()
                        .step(directive.action().step())
                        .filter(Step.Snapshot.class::isInstance)
                        .flatMap(step -> ((Step.Snapshot) step).valid())
                        .map(Validity::that);
        if (that.isEmpty()) {
            return artifact(directive, Truth.UNKNOWN, "the runbook says no more how to check it");
        }
        return switch (completion) {
            case Completion.Exited it when it.status() == 0 ->
                    judged(directive, that.get(), host, it);
            case Completion.Exited it ->
                    artifact(directive, Truth.FALSE, "its check ended with exit " + it.status());
            case Completion.Signalled it ->
                    artifact(
                            directive,
                            Truth.UNKNOWN,
                            "its check was ended by signal " + it.signal());
            case Completion.DeadlinePassed it ->
                    artifact(directive, Truth.UNKNOWN, "its check did not answer in time");
            case Completion.Lost it -> artifact(directive, Truth.UNKNOWN, it.reason());
            case Completion.Unreachable it -> artifact(directive, Truth.UNKNOWN, it.reason());
        };
    }

    private RunEvent judged(
            Directive.CheckArtifact directive, Measure that, Host host, Completion.Exited exited) {
        CheckResult result =
                new CheckResult(
                        host,
                        plan.parameters(),
                        OptionalInt.of(exited.status()),
                        exited.stdout().text(),
                        exited.stderr().text(),
                        exited.took(),
                        false);
        return switch (that.take(result)) {
            case Reading.Missing missing -> artifact(directive, Truth.UNKNOWN, missing.reason());
            case Reading.Taken taken -> {
                boolean valid = taken.value().equals(new Value.Bool(true));
                yield artifact(
                        directive,
                        Truth.of(valid),
                        that.text() + (valid ? " holds" : " does not hold"));
            }
        };
    }

    private static RunEvent artifact(
            Directive.CheckArtifact directive, Truth valid, String reason) {
        return new RunEvent.ArtifactChecked(directive.action(), directive.path(), valid, reason);
    }
}
