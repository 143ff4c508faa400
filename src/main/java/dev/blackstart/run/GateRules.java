package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Risk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Which answers a gate takes.
public final class GateRules {
    private GateRules() {}

    /// Why an answer does not count, in one sentence; empty when it does.
    ///
    /// @param typed what was typed in full besides the choice
    /// @param note the reason given
    public static Optional<String> refusal(
            RunState state,
            GateId id,
            String digest,
            String choice,
            String typed,
            String note,
            Person by,
            Instant now) {
        Optional<Gate> open = state.gates().open().filter(gate -> gate.id().equals(id));
        if (open.isEmpty()) {
            return Optional.of(notOpen(state, id, choice, by, now));
        }
        Gate gate = open.get();
        if (!gate.digest().equals(digest)) {
            return Optional.of("Gate " + id + " has changed since you saw it; look at it again.");
        }
        if (!now.isBefore(gate.expires())) {
            return Optional.of(
                    "Gate %s closed at %s; no answer by then meant no."
                            .formatted(id, gate.expires().truncatedTo(ChronoUnit.SECONDS)));
        }
        Optional<HostName> inspected = new Inspecting(state).host();
        if (inspected.isPresent()) {
            return Optional.of(
                    "The command on %s has not ended yet; answer once it has."
                            .formatted(inspected.get()));
        }
        Optional<Choice> chosen = gate.choice(choice);
        if (chosen.isEmpty()) {
            return Optional.of(
                    "`%s` is not a choice here; choose one of %s."
                            .formatted(
                                    choice,
                                    String.join(
                                            ", ",
                                            gate.choices().stream().map(Choice::key).toList())));
        }
        if (!chosen.get().typed().equals(typed) && !chosen.get().typed().isEmpty()) {
            return Optional.of(
                    "`%s` was asked for and something else was typed; nothing was sent."
                            .formatted(chosen.get().typed()));
        }
        Optional<String> lacking =
                lacking(gate, chosen.get(), typed)
                        .or(() -> StrayHost.refusal(state, gate, chosen.get(), typed));
        if (lacking.isPresent()) {
            return lacking;
        }
        return gate.yes(choice) ? people(state, gate, note, by) : Optional.empty();
    }

    /// Whose answer counted, and when, at a gate that is not open any more; empty while it is, and
    /// where nobody's did.
    public static Optional<String> answered(RunState state, GateId id, Person by, Instant now) {
        return state.gates().open().filter(gate -> gate.id().equals(id)).isPresent()
                ? Optional.empty()
                : state.gates()
                        .end(id)
                        .filter(end -> end.event() instanceof RunEvent.GateAnswered)
                        .map(end -> "Gate %s %s".formatted(id, ended(end, by, now)));
    }

    private static String notOpen(
            RunState state, GateId id, String choice, Person by, Instant now) {
        Optional<Instant> sent =
                state.gates()
                        .gate(id)
                        .filter(gate -> gate.choice(Gate.YES).isPresent())
                        .filter(gate -> gate.fallback().equals(choice))
                        .flatMap(gate -> LateNo.sentAt(state, gate));
        String ended =
                state.gates()
                        .end(id)
                        .map(end -> ended(end, by, now))
                        .orElse("is not open any more");
        return sent.map(at ->
                        "Gate %s %s and sent at %s, too late for a no: what is at work is left to end, and `blackstart abort` sends nothing more."
                                .formatted(id, ended, Words.time(at, now)))
                .orElseGet(() ->
                        "Gate %s %s; nothing was changed by this answer.".formatted(id, ended));
    }

    private static String ended(Recorded end, Person by, Instant now) {
        String at = Words.time(end.at(), now);
        if (end.event() instanceof RunEvent.GateAnswered first) {
            String who = first.by().equals(by) ? "you" : first.by().name();
            return "was answered with `%s` by %s at %s".formatted(first.choice(), who, at);
        }
        return end.event() instanceof RunEvent.GateVoided voided
                ? "closed at %s (%s)".formatted(at, voided.reason())
                : "is not open any more";
    }

    /// What a choice that asks for more still wants.
    private static Optional<String> lacking(Gate gate, Choice choice, String typed) {
        return switch (Particulars.read(gate, choice, typed)) {
            case Particulars.Result.Missing missing -> Optional.of(missing.sentence());
            case Particulars.Result.Given given ->
                    choice.asks() == Choice.Asks.TEXT
                            ? unchanged(gate, given.particulars())
                            : Optional.empty();
        };
    }

    private static Optional<String> unchanged(Gate gate, Particulars said) {
        HostName host = said.hosts().getFirst();
        Optional<Prepared> command =
                gate.commands().stream().filter(it -> it.host().equals(host)).findFirst();
        if (command.isEmpty()) {
            return Optional.of("The command for %s cannot be amended here.".formatted(host));
        }
        return command.filter(it -> it.text().equals(said.text()))
                .map(same -> "That is the command as it was; nothing was amended.");
    }

    private static Optional<String> people(RunState state, Gate gate, String note, Person by) {
        boolean forGood = gate.risk().filter(Risk.IRREVERSIBLE::equals).isPresent();
        if (forGood && note.isBlank()) {
            return Optional.of("An irreversible action needs a reason; give one with your answer.");
        }
        return state.gates().yesSayers(gate.id()).contains(by)
                ? Optional.of(
                        gate.people() == 2
                                ? "You have said yes already; a second person must, too."
                                : "You have said yes already; %d different people must."
                                        .formatted(gate.people()))
                : Optional.empty();
    }
}
