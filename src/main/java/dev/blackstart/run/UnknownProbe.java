package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks for the proof of an action whose receipt did not decide. It proves in one direction only:
/// where the effect is seen the action was carried out; where it is not seen, the action may have
/// been carried out without effect, or be at work still.
record UnknownProbe(Moment moment, ActionProgress progress) {
    /// A person is not kept waiting longer for an effect that may never come.
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    sealed interface Result {
        record Busy(List<Directive> directives) implements Result {}

        /// The effect is there.
        record Applied(List<String> reasons) implements Result {}

        /// @param said what is to be told of it; empty when there is nothing to ask
        record NotShown(Optional<String> said) implements Result {}
    }

    Result next() {
        Optional<Step.Acting> step = acting();
        Optional<Verify> verify = step.flatMap(it -> it.execution().verify());
        Optional<ActionProgress.Receipt> receipt = progress.receipt();
        if (verify.isEmpty()
                || receipt.isEmpty()
                || progress.intent().purpose() != Purpose.ACT
                || receipt.get().word() == ReceiptWord.RUNNING) {
            return new Result.NotShown(Optional.empty());
        }
        if (!speaksOfIt(step.orElseThrow(), verify.get())) {
            return nothing(
                    "its proof is one of all hosts together, which tells nothing of %s"
                            .formatted(host()));
        }
        return switch (before(verify.get())) {
            case TRUE -> nothing("its proof held before it was sent, so it tells nothing of it");
            case UNKNOWN ->
                    nothing(
                            "whether its proof held before it was sent is not known, so it tells nothing of it");
            case FALSE -> look(verify.get(), receipt.get());
        };
    }

    private static Result nothing(String why) {
        return new Result.NotShown(Optional.of(why));
    }

    /// An effect that was there already shows nothing, nor does one that an earlier attempt may
    /// have had while nobody looked.
    private Truth before(Verify verify) {
        RunFacts then =
                new RunFacts(
                        moment.plan(),
                        moment.state().evidence().asBefore(progress.intent().action()),
                        moment.state(),
                        moment.now());
        Optional<HostName> about = verify.that().perHost() ? Optional.of(host()) : Optional.empty();
        return then.ask(verify.that(), about).truth();
    }

    /// The proof over the whole set tells of one host only when no other was sent to.
    private boolean speaksOfIt(Step.Acting step, Verify verify) {
        return verify.that().perHost() || Standing.touched(moment, step).equals(List.of(host()));
    }

    private Result look(Verify verify, ActionProgress.Receipt receipt) {
        Proof proof =
                new Proof(
                        moment,
                        verify.check(),
                        verify.that(),
                        verify.every(),
                        within(verify, receipt),
                        List.of(host()),
                        receipt.at(),
                        receipt.sequence());
        return switch (proof.look()) {
            case Proof.Result.Undecided undecided -> new Result.Busy(undecided.directives());
            case Proof.Result.Decided decided -> decided(decided);
        };
    }

    /// A host that did not give its receipt is not waited for again.
    private static Duration within(Verify verify, ActionProgress.Receipt receipt) {
        if (receipt.word() == ReceiptWord.NO_ANSWER) {
            return Duration.ZERO;
        }
        return verify.within().compareTo(AT_MOST) < 0 ? verify.within() : AT_MOST;
    }

    private static Result decided(Proof.Result.Decided decided) {
        String why = String.join("; ", decided.reasons());
        return switch (decided.truth()) {
            case TRUE -> new Result.Applied(decided.reasons());
            case FALSE ->
                    new Result.NotShown(
                            Optional.of(
                                    "its proof does not hold (%s), which does not show that it was not carried out"
                                            .formatted(why)));
            case UNKNOWN ->
                    new Result.NotShown(
                            Optional.of("its proof cannot be told (%s)".formatted(why)));
        };
    }

    private HostName host() {
        return progress.intent().action().host();
    }

    private Optional<Step.Acting> acting() {
        return moment.plan()
                .runbook()
                .step(progress.intent().action().step())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast);
    }
}
