package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What lies between one wave and the next: it ends, stays within the failures that are borne, is
/// proven, is watched for the pause, and is proven again.
final class Waves {
    private final Moment moment;
    private final Step.Acting step;
    private final Spread spread;

    Waves(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
        this.spread = step.execution().spread();
    }

    /// The hosts that go out next: what is left of the first wave that is not through.
    List<HostName> next(Gate approved, List<HostName> unsent) {
        return approved.waves()
                .map(plan -> plan.only(unsent).waves())
                .filter(waves -> !waves.isEmpty())
                .map(waves -> waves.getFirst().hosts())
                .orElse(unsent);
    }

    /// That these hosts go out now.
    RunEvent begun(Gate approved, List<HostName> going) {
        WavePlan plan = approved.waves().orElseThrow();
        int number =
                plan.waves().stream()
                        .filter(wave -> wave.hosts().contains(going.getFirst()))
                        .findFirst()
                        .orElseThrow()
                        .number();
        return new RunEvent.WaveBegun(step.id(), number, plan.of(), going);
    }

    /// What has to happen before the next wave; empty when it may go.
    ///
    /// @param going hosts that go out next
    Optional<List<Directive>> between(List<HostName> going) {
        if (!spread.inWaves()) {
            return Optional.empty();
        }
        List<HostName> touched = Standing.present(moment, step);
        if (!Standing.those(moment, step, touched, Standing.InFlight.class).isEmpty()) {
            return Optional.of(List.of());
        }
        Map<HostName, String> failures = failures(touched);
        Optional<List<Directive>> ruled =
                failures.isEmpty()
                        ? Optional.empty()
                        : new FailureFlow(moment, step).byRule(failures);
        if (ruled.isPresent()) {
            return ruled;
        }
        if (failures.size() >= spread.stopAfterFailures().orElse(1)
                || failures.keySet().stream().anyMatch(this::askedSinceItFailed)) {
            return Optional.of(new WaveGates(moment, step).stopped(List.copyOf(failures.keySet())));
        }
        List<HostName> rebooted = rebootedUnasked();
        if (rebooted.size() > 1 || rebooted.stream().anyMatch(this::askedSinceItRebooted)) {
            return Optional.of(new WaveGates(moment, step).rebooted(rebooted));
        }
        return moment.state()
                .waves()
                .current(step.id())
                .filter(wave -> !again(wave, going, touched))
                .flatMap(this::watched);
    }

    /// The wave itself goes out once more, as far as it has to: it is proven after that.
    private static boolean again(WaveProgress wave, List<HostName> going, List<HostName> touched) {
        return !going.isEmpty()
                && wave.wave().hosts().containsAll(going)
                && touched.containsAll(going);
    }

    /// Hosts that failed since a person last said how to go on, with the reason.
    private Map<HostName, String> failures(List<HostName> touched) {
        long since = moment.decided(step.id(), Decisions.REST, Decisions.RETRY);
        Map<HostName, String> failures = new LinkedHashMap<>();
        for (HostName host : touched) {
            long said = Math.max(since, moment.state().amendments().sequence(step.id(), host));
            if (Standing.of(moment, step, host) instanceof Standing.Failed failed
                    && failed.since() > said) {
                failures.put(host, failed.reason());
            }
        }
        return failures;
    }

    /// A person was asked about it with others, and decided about those only.
    private boolean askedSinceItFailed(HostName host) {
        return Standing.of(moment, step, host) instanceof Standing.Failed failed
                && asked(host, failed.since(), gate -> true);
    }

    private boolean askedSinceItRebooted(HostName host) {
        return asked(host, sinceWave(), WaveGates::aboutReboots);
    }

    private boolean asked(HostName host, long since, Predicate<Gate> about) {
        return moment.state().gates().answers().stream()
                .filter(answer -> answer.recorded().sequence() > since)
                .map(GateBook.Answer::gate)
                .filter(gate -> gate.kind() == Gate.Kind.DECISION)
                .filter(gate -> gate.step().equals(step.id()))
                .filter(about)
                .anyMatch(gate -> gate.targets().contains(host));
    }

    /// The current wave, or a person's last word on how to go on.
    private long sinceWave() {
        long begun =
                moment.state()
                        .waves()
                        .current(step.id())
                        .map(wave -> wave.begun().sequence())
                        .orElse(0L);
        return Math.max(begun, moment.decided(step.id(), Decisions.REST, Decisions.RETRY));
    }

    /// Hosts that went down by themselves since the wave went out, or since a person last said how
    /// to go on.
    private List<HostName> rebootedUnasked() {
        return moment.state().waves().current(step.id()).isEmpty()
                ? List.of()
                : moment.state().evidence().rebootedUnasked(sinceWave()).stream()
                        .filter(host -> !moment.without(step.id(), host))
                        .filter(host ->
                                moment.state().amendments().sequence(step.id(), host) < sinceWave())
                        .toList();
    }

    private Optional<List<Directive>> watched(WaveProgress wave) {
        Optional<Verify> verify = step.execution().verify();
        List<HostName> done = done(wave);
        if (verify.isPresent() && !done.isEmpty()) {
            Proof proof = proof(wave, verify.get(), done);
            Optional<RunEvent.WaveProven> proven = proven(wave, proof.after());
            if (proven.isEmpty()) {
                return Optional.of(prove(wave, proof));
            }
            if (proven.get().truth() != Truth.TRUE) {
                return accepted(wave)
                        ? Optional.empty()
                        : Optional.of(unproven(verify.get(), done, proven.get()));
            }
        }
        return spread.pause().filter(pause -> wave.soaked().isEmpty()).map(pause -> soak(wave));
    }

    private List<Directive> unproven(
            Verify verify, List<HostName> done, RunEvent.WaveProven proof) {
        return new FailureFlow(moment, step)
                .unprovenByRule(verify, done)
                .orElseGet(() ->
                        new WaveGates(moment, step)
                                .unproven(
                                        proof,
                                        new FailureFlow(moment, step).unprovenMenu(verify, done)));
    }

    /// Every host of this wave's number that was carried out on, also in an earlier part of it.
    private List<HostName> done(WaveProgress wave) {
        List<HostName> hosts =
                moment.state().waves().of(step.id()).stream()
                        .filter(part -> part.wave().number() == wave.wave().number())
                        .flatMap(part -> part.wave().hosts().stream())
                        .distinct()
                        .filter(host -> !moment.without(step.id(), host))
                        .toList();
        return Standing.those(moment, step, hosts, Standing.Done.class);
    }

    private Proof proof(WaveProgress wave, Verify verify, List<HostName> done) {
        Optional<GateBook.Answer> again =
                moment.decision(step.id())
                        .filter(answer -> answer.event().choice().equals(Decisions.AGAIN))
                        .filter(answer -> answer.recorded().sequence() > wave.begun().sequence());
        Instant start =
                Stream.of(
                                Optional.of(ended(done)),
                                wave.soaked().map(Recorded::at),
                                again.map(answer -> answer.recorded().at()))
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo)
                        .orElseThrow();
        long after =
                Stream.of(
                                Optional.of(endedSequence(done)),
                                wave.soaked().map(Recorded::sequence),
                                again.map(answer -> answer.recorded().sequence()))
                        .flatMap(Optional::stream)
                        .max(Long::compareTo)
                        .orElseThrow();
        return new Proof(
                moment,
                verify.check(),
                verify.that(),
                verify.every(),
                verify.within(),
                done,
                start,
                after);
    }

    /// A host that was left behind since takes its part of the proof with it.
    private Optional<RunEvent.WaveProven> proven(WaveProgress wave, long after) {
        long since = Math.max(after, moment.state().departures().newest(step.id()));
        return wave.proof()
                .filter(recorded -> recorded.sequence() > since)
                .map(recorded -> (RunEvent.WaveProven) recorded.event());
    }

    /// A person goes on although the proof did not come, or asks for something to be sent again.
    private boolean accepted(WaveProgress wave) {
        long proven = wave.proof().map(Recorded::sequence).orElse(Long.MAX_VALUE);
        return moment.decided(step.id(), Decisions.REST, Decisions.RETRY) > proven
                || Standing.touched(moment, step).stream()
                        .anyMatch(host ->
                                moment.state().amendments().sequence(step.id(), host) > proven);
    }

    private List<Directive> prove(WaveProgress wave, Proof proof) {
        return switch (proof.look()) {
            case Proof.Result.Undecided undecided -> undecided.directives();
            case Proof.Result.Decided decided ->
                    Settle.record(
                            new RunEvent.WaveProven(
                                    step.id(),
                                    wave.wave().number(),
                                    decided.truth(),
                                    decided.reasons()));
        };
    }

    /// The pause begins when the wave is proven, or, where nothing proves it, when it has ended.
    private List<Directive> soak(WaveProgress wave) {
        Instant start = wave.proof().map(Recorded::at).orElseGet(() -> ended(wave.wave().hosts()));
        Instant until = start.plus(spread.pause().orElseThrow());
        if (moment.now().isBefore(until)) {
            return List.of(new Directive.WaitUntil(until));
        }
        return looking() ? List.of() : Settle.record(soaked(wave));
    }

    private RunEvent soaked(WaveProgress wave) {
        return new RunEvent.WaveSoaked(step.id(), wave.wave().number());
    }

    /// A look that began before the end of the pause would count as one after it.
    private boolean looking() {
        return step.execution().verify().stream()
                .flatMap(verify -> Proof.checks(moment, verify.check(), verify.that()).stream())
                .anyMatch(check ->
                        moment.facts().hosts(check.targets()).stream()
                                .anyMatch(host ->
                                        moment.state().evidence().underWay(check.id(), host)));
    }

    private Instant ended(List<HostName> hosts) {
        return Stream.concat(
                        progress(hosts).flatMap(progress -> progress.endedAt().stream()),
                        sightings(hosts).map(Recorded::at))
                .max(Instant::compareTo)
                .orElse(moment.now());
    }

    private long endedSequence(List<HostName> hosts) {
        return LongStream.concat(
                        progress(hosts).mapToLong(ActionProgress::endedSequence),
                        sightings(hosts).mapToLong(Recorded::sequence))
                .max()
                .orElse(0);
    }

    /// A host that was away is asked for its proof once it is back.
    private Stream<Recorded> sightings(List<HostName> hosts) {
        return progress(hosts)
                .flatMap(progress -> moment.state().sighted(progress.intent().action()).stream());
    }

    private Stream<ActionProgress> progress(List<HostName> hosts) {
        return hosts.stream()
                .flatMap(host ->
                        moment.state().actions().newest(step.id(), host, Purpose.ACT).stream());
    }
}
