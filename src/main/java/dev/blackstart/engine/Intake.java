package dev.blackstart.engine;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Directive;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Step;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.wrapper.GuardReply;
import dev.blackstart.transport.wrapper.WorkReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes facts of what arrives from hosts. Readings that are not journaled when they begin are
/// remembered here while they are under way.
final class Intake {
    private final Plan plan;
    private final Dispatch dispatch;
    private final Supplier<RunState> state;
    private final InstantSource clock;
    private final Conclusions conclusions;
    private final Artifacts artifacts;
    private final Consumer<OperatorCommand.Leave> leave;
    private final Set<Directive> expected = new HashSet<>();

    /// @param leave told when there is nothing left to log in with
    Intake(
            Plan plan,
            Dispatch dispatch,
            Supplier<RunState> state,
            InstantSource clock,
            Consumer<OperatorCommand.Leave> leave) {
        this.leave = leave;
        this.plan = plan;
        this.dispatch = dispatch;
        this.state = state;
        this.clock = clock;
        this.conclusions = new Conclusions(plan);
        this.artifacts = new Artifacts(plan);
    }

    /// False when the same reading is under way already.
    boolean expect(Directive reading) {
        return expected.add(reading);
    }

    /// It was not begun after all.
    void forget(Directive reading) {
        expected.remove(reading);
    }

    /// The fact it amounts to; empty while more is to come.
    Optional<RunEvent> take(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Observed it ->
                    credentialGone(it.directive().host(), it.completion()).isPresent()
                            ? Optional.empty()
                            : Optional.of(observed(it));
            case Arrival.Sent it -> Optional.of(sent(it));
            case Arrival.Ended it -> came(it);
            case Arrival.ReceiptCame it -> receipt(it);
            case Arrival.ArtifactChecked it -> came(it.directive(), artifact(it));
            case Arrival.Captured it ->
                    came(it.directive(), Captured.of(it.directive(), it.completion()));
            case Arrival.Disarmed it ->
                    came(
                            it.directive(),
                            GuardReply.of(it.nonce(), it.completion()).of(it.directive().action()));
            case Arrival.WorkSeen it -> came(it.directive(), seen(it));
            case Arrival.StopAnswered it -> came(it.directive(), told(it));
            case Arrival.NeedsAnswered it ->
                    came(it.directive(), conclusions.needs(it.directive(), it.completion()));
            case Arrival.Inspected it -> Optional.of(inspected(it));
            case Arrival.Sighted it ->
                    came(
                            it.directive(),
                            Sightings.sighted(it.directive().action(), it.completion()));
            case Arrival.FileSeen it ->
                    came(it.directive(), FileLooks.seen(it.directive(), it.completion()));
            case Arrival.Hashed it -> hashed(it);
            case Arrival.Fetched it -> came(it.directive(), fetched(it));
            case Arrival.Told it -> Optional.empty();
        };
    }

    private Optional<RunEvent> came(Directive reading, RunEvent event) {
        expected.remove(reading);
        return Optional.of(event);
    }

    private static RunEvent sent(Arrival.Sent it) {
        return new RunEvent.Sent(
                it.directive().action(), it.directive().purpose(), it.handed().bootId());
    }

    private static RunEvent seen(Arrival.WorkSeen it) {
        WorkReply reply = WorkReply.of(it.nonce(), it.completion());
        return new RunEvent.AtWork(
                it.directive().action(), it.directive().purpose(), reply.silent(), reply.said());
    }

    private static RunEvent told(Arrival.StopAnswered it) {
        return new RunEvent.StopTold(
                it.directive().action(),
                it.directive().purpose(),
                it.directive().gate(),
                WorkReply.of(it.nonce(), it.completion()).said());
    }

    private RunEvent artifact(Arrival.ArtifactChecked it) {
        return artifacts.artifact(
                it.directive(), host(it.directive().action().host()), it.completion());
    }

    private RunEvent observed(Arrival.Observed it) {
        Step.Check check = (Step.Check) plan.runbook().step(it.directive().step()).orElseThrow();
        HostName host = it.directive().host();
        return new RunEvent.Observed(
                check.id(), host, conclusions.observation(check, host(host), it.completion()));
    }

    private RunEvent inspected(Arrival.Inspected it) {
        Directive.Inspect asked = it.directive();
        return new RunEvent.Inspected(
                asked.gate(),
                asked.step(),
                asked.prepared().host(),
                conclusions.observation(Map.of(), host(asked.prepared().host()), it.completion()));
    }

    /// Facts that are recorded before this is weighed: all of them before what a person says, and
    /// what is said of a sending may have been found out by what came just before.
    static boolean after(List<RunEvent> facts, Arrival arrival) {
        boolean end = arrival instanceof Arrival.ReceiptCame || arrival instanceof Arrival.Ended;
        return arrival instanceof Arrival.Told
                || end && facts.stream().anyMatch(RunEvent.Resolved.class::isInstance);
    }

    /// What a person had left as it was has ended after all: then its end is known. What its
    /// receipt has told already stays so.
    private Optional<RunEvent> came(Arrival.Ended it) {
        Optional<String> gone = credentialGone(it.directive().action().host(), it.completion());
        if (gone.isPresent()) {
            Directive.Act act = it.directive();
            return Optional.of(
                    new RunEvent.IntentVoid(act.action(), act.purpose(), it.nonce(), gone.get()));
        }
        return Endings.asKnown(state.get(), ended(it));
    }

    /// What let us in before is gone on this side: that says nothing of any host, and the run is
    /// left before anything is concluded from it. Also when another process had been let in, which
    /// shows in what the run knows of the host.
    private Optional<String> credentialGone(HostName host, Completion completion) {
        if (completion instanceof Completion.Unreachable none
                && (none.cause() == Completion.Cause.CREDENTIAL
                        || none.cause() == Completion.Cause.NO_KEY
                                && state.get().evidence().boot(host).isPresent())) {
            leave.accept(OperatorCommand.Leave.withoutCredential(none.reason()));
            return Optional.of(none.reason());
        }
        return Optional.empty();
    }

    private RunEvent.Ended ended(Arrival.Ended it) {
        Directive.Act act = it.directive();
        Duration took =
                state.get()
                        .actions()
                        .of(act.action(), act.purpose())
                        .map(progress -> Duration.between(progress.intendedAt(), clock.instant()))
                        .orElse(Duration.ZERO);
        return Endings.ended(
                act,
                dispatch.claim(act.action(), act.purpose(), it.nonce()),
                it.completion(),
                took);
    }

    /// What was established meanwhile stays so.
    private Optional<RunEvent> receipt(Arrival.ReceiptCame it) {
        ActionProgress progress =
                state.get()
                        .actions()
                        .of(it.directive().action(), it.directive().purpose())
                        .orElseThrow();
        RunEvent read =
                Endings.receipt(
                        progress,
                        dispatch.claim(progress),
                        it.completion(),
                        state.get().actions().mostAge(progress, clock.instant()));
        Optional<RunEvent> came = came(it.directive(), read);
        if (progress.unknown()) {
            return came;
        }
        return progress.notAppliedByWord()
                ? came.map(event -> Endings.afterAWord(progress, event))
                : Optional.empty();
    }

    private Optional<RunEvent> hashed(Arrival.Hashed it) {
        if (it.completion() instanceof Completion.Exited exited && exited.status() == 0) {
            dispatch.fetchArtifact(it.directive(), exited.stdout().text().strip());
            return Optional.empty();
        }
        return came(
                it.directive(),
                notFetched(it.directive(), "its hash could not be taken on the host"));
    }

    private RunEvent fetched(Arrival.Fetched it) {
        ActionKey action = it.directive().action();
        return switch (it.result()) {
            case FetchResult.NotCopied no -> notFetched(it.directive(), no.reason());
            case FetchResult.Copied copied -> {
                boolean equal = copied.sha256().equals(it.hostHash());
                yield new RunEvent.Fetched(
                        action,
                        it.directive().path(),
                        dispatch.local(action).toString(),
                        copied.bytes(),
                        copied.sha256(),
                        equal,
                        equal ? "hashes are equal" : "the host's hash is " + it.hostHash());
            }
        };
    }

    private RunEvent notFetched(Directive.FetchArtifact directive, String reason) {
        return new RunEvent.Fetched(
                directive.action(),
                directive.path(),
                dispatch.local(directive.action()).toString(),
                0,
                "",
                false,
                reason);
    }

    private Host host(HostName name) {
        return plan.inventory().host(name).orElseThrow();
    }
}
