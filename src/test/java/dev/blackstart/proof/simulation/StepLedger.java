package dev.blackstart.proof.simulation;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.CaptureTime;
import dev.blackstart.run.GuardWord;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.Repayment;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The steps of one run: none succeeds without the evidence that it asks for, and no wave goes
/// before the one ahead of it is proven, watched, or a person has said that it goes.
final class StepLedger {
    private final World world;
    private final RunId run;
    private final Map<StepId, RunEvent.WaveBegun> waves = new HashMap<>();
    private final Set<StepId> unproven = new HashSet<>();
    private final Set<StepId> done = new HashSet<>();
    private final Set<StepId> unwatched = new HashSet<>();
    private final Map<ActionKey, Truth> artifacts = new HashMap<>();
    private final Map<ActionKey, GuardWord> guards = new HashMap<>();
    private final Map<StepId, Truth> proofs = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();
    private final Map<String, String> present = new HashMap<>();
    private final Set<String> left = new HashSet<>();

    StepLedger(World world, RunId run) {
        this.world = world;
        this.run = run;
    }

    void saw(Recorded recorded) {
        switch (recorded.event()) {
            case RunEvent.WaveBegun it -> wave(it);
            case RunEvent.WaveProven it -> {
                if (it.truth() == Truth.TRUE) {
                    unproven.remove(it.step());
                } else {
                    unproven.add(it.step());
                }
            }
            case RunEvent.WaveSoaked it -> {
                unwatched.remove(it.step());
                if (done.contains(it.step())) {
                    unproven.add(it.step());
                }
            }
            case RunEvent.GateAnswered it ->
                    world.oracle()
                            .gate(run, it.gate())
                            .ifPresent(gate -> {
                                unproven.remove(gate.step());
                                unwatched.remove(gate.step());
                            });
            case RunEvent.Ended it -> ended(it.action(), it.purpose(), it.outcome());
            case RunEvent.Resolved it -> ended(it.action(), it.purpose(), it.outcome());
            case RunEvent.ArtifactChecked it -> checked(it);
            case RunEvent.GuardAnswered it -> guard(it);
            case RunEvent.Verified it -> proofs.put(it.step(), it.truth());
            case RunEvent.Dispatched it when it.purpose() == Purpose.ACT ->
                    proofs.remove(it.action().step());
            case RunEvent.HostExcluded it -> goesOnWithout(it.host().value());
            case RunEvent.HostSkipped it -> goesOnWithout(it.step() + " " + it.host());
            case RunEvent.Captured it when it.when() == CaptureTime.ORIGINAL ->
                    originals.put(it.step() + " " + it.host(), it.value().orElse(""));
            case RunEvent.Captured it when it.when() == CaptureTime.PRESENT ->
                    present.put(it.step() + " " + it.host(), it.value().orElse("nothing"));
            case RunEvent.LoanRepaid it -> repaid(it);
            case RunEvent.StepSettled it -> settled(it);
            default -> {}
        }
    }

    private Step.Acting acting(StepId step) {
        return world.scenario(run).acting(step);
    }

    private void wave(RunEvent.WaveBegun wave) {
        RunEvent.WaveBegun before = waves.put(wave.step(), wave);
        int most =
                acting(wave.step())
                        .execution()
                        .spread()
                        .size(wave.number() - 1, world.scenario(run).hosts().size());
        if (wave.hosts().size() > most) {
            throw bounded(
                    wave, "has %d hosts, and %d are allowed".formatted(wave.hosts().size(), most));
        }
        boolean next = before != null && before.number() < wave.number();
        if (next && unproven.contains(wave.step())) {
            throw bounded(wave, "goes before the wave ahead of it is proven");
        }
        if (next && unwatched.contains(wave.step())) {
            throw bounded(wave, "goes before the pause is over");
        }
        done.remove(wave.step());
        if (acting(wave.step()).execution().spread().pause().isPresent()) {
            unwatched.add(wave.step());
        }
    }

    private static Violation bounded(RunEvent.WaveBegun wave, String what) {
        return new Violation(
                Invariant.BOUNDED, "wave %d of %s %s".formatted(wave.number(), wave.step(), what));
    }

    /// What was carried out is to be proven, unless a person goes on without its host.
    private void ended(ActionKey action, Purpose purpose, Outcome outcome) {
        boolean proves =
                purpose == Purpose.ACT
                        && !leftOut(action.step(), action.host())
                        && outcome instanceof Outcome.Succeeded
                        && waves.containsKey(action.step())
                        && acting(action.step()).execution().verify().isPresent();
        if (proves) {
            done.add(action.step());
            unproven.add(action.step());
        }
    }

    private void checked(RunEvent.ArtifactChecked event) {
        artifacts.put(event.action(), event.valid());
        String host = event.action().host().value();
        boolean whole =
                world.host(host).files().text(event.path()).filter("whole"::equals).isPresent();
        if (event.valid() == Truth.TRUE && !whole) {
            throw wrong("the artifact of " + event.action() + " is said to be valid");
        }
    }

    private Optional<SimGuard> guard(StepId step, HostName host) {
        return world.oracle().newest(run, step).stream()
                .filter(it -> it.event().action().host().equals(host))
                .findFirst()
                .flatMap(it -> world.host(host.value()).carried(it.event().nonce()))
                .flatMap(it -> it.guard);
    }

    private boolean reverted(RunEvent.LoanRepaid event) {
        return guard(event.step(), event.host())
                .flatMap(SimGuard::reverted)
                .filter(exit -> exit == 0)
                .isPresent();
    }

    private void guard(RunEvent.GuardAnswered event) {
        boolean fired =
                guard(event.action().step(), event.action().host())
                        .filter(SimGuard::fired)
                        .isPresent();
        boolean honest =
                switch (event.word()) {
                    case GuardWord.DISARMED -> !fired;
                    case GuardWord.REVERTED, GuardWord.REVERTING, GuardWord.REVERT_FAILED -> fired;
                    case GuardWord.GONE, GuardWord.NO_ANSWER -> true;
                };
        guards.put(event.action(), event.word());
        if (!honest) {
            throw wrong("the guard of %s is %s".formatted(event.action(), event.word()));
        }
    }

    /// What is lent has the value 9; where another run has lent it already, that is what was there.
    /// Where the host itself took it back, another run may have lent it anew since.
    private void repaid(RunEvent.LoanRepaid event) {
        if (event.how() == Repayment.REVERTED) {
            if (!reverted(event)) {
                throw wrong(
                        "the loan of %s on %s is reverted".formatted(event.step(), event.host()));
            }
            return;
        }
        String value = world.host(event.host().value()).shell().value("dns");
        boolean again = world.oracle().atWork(event.host().value());
        String original = originals.get(event.step() + " " + event.host());
        boolean before = "9".equals(original);
        boolean seen = event.reason().equals("the original value is there");
        if (seen && !present.getOrDefault(event.step() + " " + event.host(), "").equals(original)) {
            throw wrong("the original of %s on %s is there".formatted(event.step(), event.host()));
        }
        if (value.equals("9") && !again && !before) {
            throw wrong("the loan of %s on %s is repaid".formatted(event.step(), event.host()));
        }
    }

    /// A wave of which no host is left has nothing to prove.
    private void goesOnWithout(String what) {
        left.add(what);
        waves.forEach((step, wave) -> {
            if (wave.hosts().stream().allMatch(host -> leftOut(step, host))) {
                done.remove(step);
                unproven.remove(step);
            }
        });
    }

    private boolean leftOut(StepId step, HostName host) {
        return left.contains(host.value()) || left.contains(step + " " + host);
    }

    private void settled(RunEvent.StepSettled event) {
        Optional<Step> step = world.scenario(run).plan().runbook().step(event.step());
        if (event.outcome() != StepOutcome.SUCCEEDED
                || !(step.orElseThrow() instanceof Step.Acting acting)) {
            return;
        }
        List<Sending> sendings =
                world.oracle().newest(run, event.step()).stream()
                        .filter(it -> !leftOut(event.step(), it.event().action().host()))
                        .toList();
        for (Sending sending : sendings) {
            succeeded(acting, sending);
        }
        if (acting.execution().verify().isPresent()
                && !acting.execution().spread().inWaves()
                && proofs.get(event.step()) != Truth.TRUE) {
            throw wrong(event.step() + " succeeded, and its proof is " + proofs.get(event.step()));
        }
    }

    private void succeeded(Step.Acting step, Sending sending) {
        ActionKey action = sending.event().action();
        if (sending.outcome().filter(Outcome.Succeeded.class::isInstance).isEmpty()) {
            throw wrong(step.id() + " succeeded, and " + action + " is " + sending.outcome());
        }
        if (step instanceof Step.Snapshot it
                && it.valid().isPresent()
                && artifacts.get(action) != Truth.TRUE) {
            throw wrong(step.id() + " succeeded, and its artifact is " + artifacts.get(action));
        }
        boolean decided =
                guards.get(action) == GuardWord.DISARMED || guards.get(action) == GuardWord.GONE;
        if (step.execution().autoRevert().isPresent() && !decided) {
            throw wrong(step.id() + " succeeded, and its guard is " + guards.get(action));
        }
    }

    private static Violation wrong(String what) {
        return new Violation(Invariant.HONEST_OUTCOME, what);
    }
}
