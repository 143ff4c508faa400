package dev.blackstart.proof.simulation;

import java.util.List;
import java.util.stream.Stream;

/// The defects the simulation must find.
public final class Mutants {
    private Mutants() {}

    public static List<Mutant> all() {
        return Stream.of(
                        sending(),
                        gates(),
                        outcomes(),
                        journal(),
                        hosts(),
                        clocks(),
                        MutantsOfSteps.all())
                .flatMap(List::stream)
                .toList();
    }

    /// What is sent, when, and how often.
    private static List<Mutant> sending() {
        return List.of(
                new Mutant(
                        "sends before it records",
                        "engine/Engine.java",
                        "recorder.record(events);\n        then.forEach(Runnable::run);",
                        "then.forEach(Runnable::run);\n        recorder.record(events);"),
                new Mutant(
                        "sends although the journal refused",
                        "engine/Engine.java",
                        "recorder.record(events);\n        then",
                        "try { recorder.record(events); } catch (JournalException e) { then.forEach(Runnable::run); throw e; }\n        then"),
                new Mutant(
                        "forgets on recovery what was sent",
                        "run/ActionBook.java",
                        "        all.replaceAll((key, progress) -> {",
                        "        all.clear();\n        all.replaceAll((key, progress) -> {"),
                new Mutant(
                        "sends again under the same approval",
                        "run/Sending.java",
                        ".filter(host -> sent(host, Purpose.ACT).isEmpty())",
                        ".filter(host -> sent(host, Purpose.ACT).filter(ActionProgress::succeeded).isEmpty())"),
                new Mutant(
                        "does not take the evidence again",
                        "run/Sending.java",
                        "if (!looking.done()) {",
                        "if (looking.directives().size() > 99) {"),
                new Mutant(
                        "journals another digest than that of the command",
                        "run/Sending.java",
                        "Digests.of(prepared),",
                        "approval.gate().digest(),"),
                new Mutant(
                        "sends one host the command of another",
                        "run/Sending.java",
                        "commands(action.host()).getLast()))",
                        "approval.gate().commands().getFirst()))"),
                new Mutant(
                        "sends the next wave while one is at work",
                        "run/Waves.java",
                        "if (!Standing.those(moment, step, touched, Standing.InFlight.class).isEmpty()) {\n            return Optional.of(List.of());",
                        "if (touched.size() > 99) {\n            return Optional.of(List.of());"),
                new Mutant(
                        "sends all hosts at once",
                        "run/Waves.java",
                        ".map(waves -> waves.getFirst().hosts())",
                        ".map(waves -> unsent)"),
                new Mutant(
                        "goes on after too many failures",
                        "run/Waves.java",
                        "if (failures.size() >= spread.stopAfterFailures().orElse(1)\n",
                        "if (failures.size() > 99\n"));
    }

    /// Who may say what.
    private static List<Mutant> gates() {
        return List.of(
                new Mutant(
                        "takes an answer to another digest",
                        "run/GateRules.java",
                        "if (!gate.digest().equals(digest)) {",
                        "if (digest.isEmpty()) {"),
                new Mutant(
                        "takes an answer after the gate has expired",
                        "run/GateRules.java",
                        "if (!now.isBefore(gate.expires())) {",
                        "if (now.isBefore(Instant.EPOCH)) {"),
                new Mutant(
                        "counts one person twice",
                        "run/GateRules.java",
                        "state.gates().yesSayers(gate.id()).contains(by)",
                        "by.name().isEmpty()"),
                new Mutant(
                        "is content with one person where two must agree",
                        "run/GateBook.java",
                        "if (yesSayers.get(gate.id()).size() < gate.people()) {",
                        "if (yesSayers.get(gate.id()).isEmpty()) {"),
                new Mutant(
                        "asks one person about what cannot be undone",
                        "runbook/GateRule.java",
                        "return Math.max(askedAs(own).people(), approvals.orElse(1));",
                        "return approvals.orElse(1);"),
                new Mutant(
                        "keeps approvals over a restart",
                        "run/GateBook.java",
                        "answers.removeAll(inForce());",
                        "inForce().stream().filter(it -> it.gate().kind() == Gate.Kind.UNDO).forEach(answers::remove);"),
                new Mutant(
                        "voids an approval for ever and does not ask again",
                        "run/GateBook.java",
                        "answers.removeIf(answer -> answer.gate().id().equals(event.gate()));",
                        ""),
                new Mutant(
                        "keeps a secret that somebody typed",
                        "engine/TypedSecrets.java",
                        ".filter(secret -> text.contains(secret.getValue().reveal()))",
                        ".filter(secret -> text.isEmpty())"),
                new Mutant(
                        "names a fallback that is no choice",
                        "run/Decisions.java",
                        "hosts, choices, STOP));",
                        "hosts, choices, \"nothing\"));"));
    }

    /// What is said to have happened.
    private static List<Mutant> outcomes() {
        return List.of(
                new Mutant(
                        "calls a lost connection a failure",
                        "engine/Endings.java",
                        "ended(directive, unknown(it), it.stdout(), it.stderr());",
                        "ended(directive, new Outcome.Failed(it.reason(), took), it.stdout(), it.stderr());"),
                new Mutant(
                        "calls a lost connection never sent",
                        "engine/Endings.java",
                        "ended(directive, unknown(it), it.stdout(), it.stderr());",
                        "ended(directive, new Outcome.Unreachable(it.reason()), it.stdout(), it.stderr());"),
                new Mutant(
                        "calls every end a success",
                        "engine/Endings.java",
                        "return status == 0\n",
                        "return status >= 0\n"),
                new Mutant(
                        "takes no receipt for a success",
                        "engine/Endings.java",
                        "resolved(progress, NEVER_STARTED, Optional.empty());",
                        "resolved(progress, new Outcome.Succeeded(age), Optional.empty());"),
                new Mutant(
                        "takes a running action for one that never started",
                        "transport/wrapper/ReceiptText.java",
                        "? new Receipt.Running(since())",
                        "? new Receipt.NotStarted()"),
                new Mutant(
                        "takes a reboot for a proof that nothing was started",
                        "transport/wrapper/ReceiptText.java",
                        "case \"none\" -> rebooted() ? lost() : none();",
                        "case \"none\" -> none();"),
                new Mutant(
                        "takes silence for a no",
                        "run/UnknownFlow.java",
                        "undecided.add(new UnknownGate(moment, progress, it.said()));",
                        "busy.addAll(resolved(progress, Resolver.RECEIPT, HOST, new Outcome.Unreachable(\"silent\"), \"silent\"));"),
                new Mutant(
                        "closes as if everything were known",
                        "run/Closing.java",
                        "return close(unknowns() ? Verdict.WITH_UNKNOWNS : Verdict.STOPPED, reasons);",
                        "return close(Verdict.STOPPED, reasons);"));
    }

    /// Who owns what, and what is on disk.
    private static List<Mutant> journal() {
        return List.of(
                new Mutant(
                        "takes a run over under the old epoch",
                        "journal/MemoryJournal.java",
                        "        highest++;\n",
                        "        highest = Math.max(1, highest);\n"),
                new Mutant(
                        "lets locks lapse with the process though it has acted",
                        "journal/Locking.java",
                        "return lock.acted() || carriedOut(",
                        "return carriedOut("),
                new Mutant(
                        "gives locks that another run holds",
                        "journal/Locking.java",
                        ".filter(this::holds)\n                    .ifPresent",
                        ".filter(it -> it.lock().name().isEmpty())\n                    .ifPresent"),
                new Mutant(
                        "does not note that a run has acted",
                        "journal/MemoryJournal.java",
                        "if (closed.isPresent() || Locking.acts(events)) {",
                        "if (closed.isPresent()) {"),
                new Mutant(
                        "loses an event now and then",
                        "journal/MemoryJournal.java",
                        "        if (!batch.entries().isEmpty()) {",
                        "        if (!batch.entries().isEmpty() && batch.head().sequence() % 29 != 0) {"),
                new Mutant(
                        "begins the chain anew with every write",
                        "journal/Batch.java",
                        "new Chain(run, head.sequence(), head.hash());",
                        "new Chain(run, head.sequence(), Head.NONE.hash());"),
                new Mutant(
                        "adds to a run that is closed",
                        "engine/Engine.java",
                        "if (state().closed().isEmpty()) {\n                clock.look();",
                        "if (!arrivals.isEmpty()) {\n                clock.look();"));
    }

    /// What the host is told, so that it can refuse.
    private static List<Mutant> hosts() {
        return List.of(
                new Mutant(
                        "starts on a host that was rebooted since",
                        "engine/Dispatch.java",
                        "                    boot,\n",
                        "                    Optional.empty(),\n"));
    }

    /// What the clocks of the machine are believed to say.
    private static List<Mutant> clocks() {
        return List.of(
                new Mutant(
                        "deadlines stand on the wall clock only",
                        "engine/Timekeeper.java",
                        "if (by.isPresent()) {\n            base = now;\n        }\n        return by;",
                        "base = now;\n        return by.filter(it -> it.isZero());"),
                new Mutant(
                        "does not see that the clock was moved",
                        "engine/Timekeeper.java",
                        "if (by.isPresent()) {\n            base = now;\n        }\n        return by;",
                        "return by.filter(it -> it.isZero());"),
                new Mutant(
                        "does not see that the clock was moved between two processes",
                        "engine/Timekeeper.java",
                        "return sameBoot || by.isNegative() ? noticed(by) : Optional.empty();",
                        "return noticed(by).filter(it -> it.isZero());"),
                new Mutant(
                        "the longer remaining time holds",
                        "run/GateBook.java",
                        "if (!by.isNegative()) {\n            return;",
                        "if (by.isNegative()) {\n            return;"),
                new Mutant(
                        "a yes outlives its time when the clock is set forward",
                        "run/ClockMove.java",
                        "state.gates().inForce().stream()",
                        "state.gates().inForce().stream().limit(0)"));
    }
}
