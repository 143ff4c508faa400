package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes back what one step did, on the hosts where it was carried out: looks at what is there now,
/// asks, sends the step's `undo`, proves it. What was tried once since the person asked is not
/// tried again.
final class TakingBack {
    /// How far it has come.
    sealed interface Result {
        record Busy(List<Directive> directives) implements Result {}

        /// A person did not want it.
        record Declined(GateBook.Answer answer) implements Result {}

        /// @param open what was not taken back and why, a sentence each
        record Over(List<HostName> back, List<String> open) implements Result {}
    }

    private final Moment moment;
    private final Step.Acting step;
    private final long since;
    private final List<String> cautions;

    /// @param since sequence of the event by which a person asked for it
    TakingBack(Moment moment, Step.Acting step, long since, List<String> cautions) {
        this.moment = moment;
        this.step = step;
        this.since = since;
        this.cautions = cautions;
    }

    Result next() {
        Present present = new Present(moment, step, since);
        List<Directive> looks = present.looks();
        if (!looks.isEmpty()) {
            return new Result.Busy(looks);
        }
        Optional<GateBook.Answer> answer = answer();
        if (answer.isPresent() && !answer.get().gate().yes(answer.get().event().choice())) {
            return new Result.Declined(answer.get());
        }
        if (answer.isPresent()) {
            Optional<List<Directive>> sending = new UndoSending(moment, step, answer.get()).next();
            if (sending.isPresent()) {
                return new Result.Busy(sending.get());
            }
        }
        Present.Sorted sorted = present.sorted();
        if (!sorted.back().isEmpty() || answer.isPresent()) {
            Optional<List<Directive>> proof = new Repaid(moment, step, sorted.back(), since).next();
            if (proof.isPresent()) {
                return new Result.Busy(proof.get());
            }
        }
        if (!sorted.ready().isEmpty() && answer.isEmpty()) {
            return new Result.Busy(Settle.open(gate(sorted)));
        }
        return over(sorted);
    }

    private Result over(Present.Sorted sorted) {
        List<String> open = new ArrayList<>(sorted.open());
        sorted.ready().forEach(undo -> open.add(undo.host() + ": its undo was not sent"));
        sorted.back().stream()
                .filter(host -> moment.state().loans().open(step.id(), host))
                .forEach(host -> open.add(host + ": its undo is not proven"));
        return new Result.Over(sorted.back(), open);
    }

    private Optional<GateBook.Answer> answer() {
        return moment.state()
                .gates()
                .newest(step.id(), Gate.Kind.UNDO)
                .filter(answer -> answer.recorded().sequence() > since);
    }

    private Gate gate(Present.Sorted sorted) {
        List<String> words = new ArrayList<>(cautions);
        sorted.open().forEach(sentence -> words.add("Not taken back: " + sentence));
        return new UndoGate(moment, step).gate(sorted.ready(), words);
    }
}
