package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// After an action was carried out: checks and fetches artifacts, verifies the effect, settles the
/// step.
final class Proving {
    private final Moment moment;
    private final Step.Acting step;
    private final List<HostName> done;

    Proving(Moment moment, Step.Acting step, List<HostName> touched) {
        this.moment = moment;
        this.step = step;
        this.done = Standing.those(moment, step, touched, Standing.Done.class);
    }

    List<Directive> next() {
        if (step instanceof Step.Snapshot snapshot) {
            List<Directive> artifacts = artifacts(snapshot);
            if (!artifacts.isEmpty()) {
                return artifacts;
            }
        }
        Optional<Verify> verify = step.execution().verify();
        if (verify.isEmpty()) {
            return settle(List.of("carried out on " + names()));
        }
        Optional<RunEvent.Verified> verified = verifiedSince();
        if (verified.isPresent() && verified.get().truth() == Truth.TRUE) {
            return confirmed(verified.get().reasons());
        }
        if (verified.isPresent()) {
            List<String> reasons =
                    Stream.concat(
                                    verified.get().reasons().stream(),
                                    new Guards(moment, step).sentences().stream())
                            .toList();
            return new FailureFlow(moment, step).unproven(verify.get(), done, reasons);
        }
        return prove(verify.get());
    }

    /// The proof holds: hosts that would undo it by themselves are told not to. One that had done
    /// so already makes the step stand otherwise.
    private List<Directive> confirmed(List<String> reasons) {
        Guards guards = new Guards(moment, step);
        List<HostName> silent = guards.silent(done);
        if (!silent.isEmpty()) {
            return Decisions.unproven(
                    moment,
                    step.id(),
                    step.heading().title()
                            + " was verified, and whether it was undone since is not known.",
                    guards.sentences());
        }
        List<Directive> disarm = guards.disarm(done);
        return disarm.isEmpty() ? settle(reasons) : disarm;
    }

    private List<Directive> prove(Verify verify) {
        Proof proof =
                new Proof(
                        moment,
                        verify.check(),
                        verify.that(),
                        verify.every(),
                        verify.within(),
                        done,
                        start(),
                        Math.max(lastEnded(), moment.state().inspections().lastSequence()));
        return switch (proof.look()) {
            case Proof.Result.Undecided undecided -> undecided.directives();
            case Proof.Result.Decided decided ->
                    Settle.record(
                            new RunEvent.Verified(step.id(), decided.truth(), decided.reasons()));
        };
    }

    private List<Directive> settle(List<String> reasons) {
        List<String> all = new ArrayList<>(reasons);
        all.addAll(FailureFlow.without(moment, step));
        return Settle.as(step.id(), StepOutcome.SUCCEEDED, all);
    }

    private String names() {
        return Words.hosts(done);
    }

    /// A verification counts when it is newer than the last sending, than the last host that was
    /// left behind, and than a wish to wait once more.
    private Optional<RunEvent.Verified> verifiedSince() {
        long since =
                Math.max(
                        moment.state().departures().newest(step.id()),
                        Math.max(lastEnded(), moment.decided(step.id(), Decisions.AGAIN)));
        return moment.state()
                .verified(step.id())
                .filter(recorded -> recorded.sequence() > since)
                .map(recorded -> (RunEvent.Verified) recorded.event());
    }

    private Instant start() {
        Instant ended =
                Stream.concat(
                                progress().flatMap(progress -> progress.endedAt().stream()),
                                sightings().map(Recorded::at))
                        .max(Instant::compareTo)
                        .orElse(moment.now());
        return moment.decision(step.id())
                .filter(answer -> answer.event().choice().equals(Decisions.AGAIN))
                .map(answer -> answer.recorded().at())
                .filter(again -> again.isAfter(ended))
                .orElse(ended);
    }

    private long lastEnded() {
        long ended =
                LongStream.concat(
                                progress().mapToLong(ActionProgress::endedSequence),
                                sightings().mapToLong(Recorded::sequence))
                        .max()
                        .orElse(0);
        return Math.max(ended, new Guards(moment, step).goneSequence(done));
    }

    /// A host that was away is asked for its proof once it is back.
    private Stream<Recorded> sightings() {
        return progress()
                .flatMap(progress -> moment.state().sighted(progress.intent().action()).stream());
    }

    private Stream<ActionProgress> progress() {
        return done.stream()
                .flatMap(host ->
                        moment.state().actions().newest(step.id(), host, Purpose.ACT).stream());
    }

    private List<Directive> artifacts(Step.Snapshot snapshot) {
        List<Directive> directives = new ArrayList<>();
        progress()
                .map(progress -> progress.intent().action())
                .forEach(action -> artifact(snapshot, action).ifPresent(directives::add));
        return directives;
    }

    private Optional<Directive> artifact(Step.Snapshot snapshot, ActionKey action) {
        String path =
                new Preparation(moment.plan())
                        .artifactPath(moment.state().opened().orElseThrow().run(), action);
        if (snapshot.valid().isPresent() && moment.state().files().checked(action).isEmpty()) {
            return Optional.of(check(snapshot.valid().get().command(), action, path));
        }
        if (snapshot.fetch() && moment.state().files().fetched(action).isEmpty()) {
            return Optional.of(new Directive.FetchArtifact(action, path));
        }
        return Optional.empty();
    }

    private Directive check(Command command, ActionKey action, String path) {
        Preparation.Result result =
                new Preparation(moment.plan())
                        .prepare(
                                command,
                                action.host(),
                                step.targets().timeout(),
                                Optional.of(path));
        return switch (result) {
            case Preparation.Result.Ready ready ->
                    new Directive.CheckArtifact(action, path, ready.prepared());
            case Preparation.Result.Nothing nothing ->
                    throw new IllegalStateException("no command");
            case Preparation.Result.Refused refused ->
                    new Directive.Record(
                            List.of(
                                    new RunEvent.ArtifactChecked(
                                            action, path, Truth.UNKNOWN, refused.reason())));
        };
    }
}
