package dev.blackstart.proof.simulation;

import java.util.List;
import java.util.stream.Stream;

/// More of the defects the simulation must find: in the kinds of steps, in what people do to a run
/// besides answering, and behind walls that have another wall in front of them.
final class MutantsOfSteps {
    private MutantsOfSteps() {}

    static List<Mutant> all() {
        return Stream.of(walls(), installations(), people(), steps(), hosts())
                .flatMap(List::stream)
                .toList();
    }

    /// Something else stands behind what they break.
    private static List<Mutant> walls() {
        return List.of(
                new Mutant(
                        "keeps fences in the journal and off the hosts",
                        "engine/Dispatch.java",
                        "Optional.of(claimant.acting(directive, seize)),",
                        "Optional.empty(),"),
                new Mutant(
                        "frees hosts of which something is unknown",
                        "journal/Locking.java",
                        "return !closed.unknown().isEmpty()\n",
                        "return closed.unknown().size() > 99\n"),
                new Mutant(
                        "lets who lost a run write it",
                        "journal/MemoryJournal.java",
                        "        check(run, epoch);\n",
                        ""),
                new Mutant(
                        "keeps what a torn write left",
                        "journal/MemoryJournal.java",
                        "all.subList(all.size() - lines, all.size()).clear();",
                        "all.subList(all.size() - lines, all.size());"));
    }

    /// Two of them on one host.
    private static List<Mutant> installations() {
        return List.of(
                new Mutant(
                        "keeps no other installation out while it acts",
                        "engine/Claimant.java",
                        "return fence(Fence.lease(act.prepared().timeout(), act.revert()), seize);",
                        "return fence(Duration.ZERO, seize);"),
                new Mutant(
                        "keeps others out for less than its action may take",
                        "transport/wrapper/Fence.java",
                        "return ActionCommand.patience(timeout).plus(BETWEEN_ACTIONS);",
                        "return Duration.ofSeconds(1);"),
                new Mutant(
                        "takes the fence of another installation for its own",
                        "engine/Claimant.java",
                        "epoch, installation.id(), lease",
                        "epoch, \"blackstart\", lease"),
                new Mutant(
                        "puts the fences of others aside and asks nobody",
                        "engine/Engine.java",
                        "boolean seize = PutAside.of(state(), act.action().host()).isPresent();",
                        "boolean seize = !bare;"),
                new Mutant(
                        "puts the fences of others aside in every run that was taken over",
                        "run/PutAside.java",
                        ".flatMap(taken -> refusalBefore(taken.sequence(), state, host));",
                        ".map(taken -> host.value());"),
                new Mutant(
                        "gives a host up while something may be at work there",
                        "engine/GivingUp.java",
                        "places.removeIf(place -> staying.contains(place.host()));",
                        ""),
                new Mutant(
                        "gives a host up that may still undo something by itself",
                        "engine/GivingUp.java",
                        "new HashSet<>(ArmedHosts.of(plan, state));",
                        "new HashSet<>();"));
    }

    /// Hand-over, take-over, amendments, stops, and runs that only find out.
    private static List<Mutant> people() {
        return List.of(
                new Mutant(
                        "lets anybody answer the gates of a run",
                        "run/Wheel.java",
                        "return mine || second\n",
                        "return mine || !choice.isEmpty()\n"),
                new Mutant(
                        "gives a run to somebody it was not offered to",
                        "run/Wheel.java",
                        "return offer.filter(it -> it.to().equals(by)).isPresent()\n",
                        "return offer.isPresent()\n"),
                new Mutant(
                        "keeps a hand-over when somebody else takes the run up",
                        "run/Wheel.java",
                        "began = Optional.of(new Hand(by, at));\n        taken = Optional.empty();",
                        "began = Optional.of(new Hand(by, at));"),
                new Mutant(
                        "lets whoever had the run before answer for who repays it",
                        "run/RunState.java",
                        "        openAgain(recorded);\n        wheel.begins(by, recorded.at());",
                        "        openAgain(recorded);"),
                new Mutant(
                        "amends what may be at work",
                        "engine/Runs.java",
                        "if (!refusals.isEmpty()) {",
                        "if (refusals.size() > 99) {"),
                new Mutant(
                        "acts while it only finds out",
                        "run/Conductor.java",
                        "reconciling().isPresent()) {\n            return new Reconciling",
                        "reconciling().filter(it -> it.sequence() < 0).isPresent()) {\n            return new Reconciling"),
                new Mutant(
                        "goes on after somebody stopped it",
                        "run/Conductor.java",
                        "if (state.stop().isPresent()) {",
                        "if (state.stop().isPresent() && state.paused().isPresent()) {"),
                new Mutant(
                        "sends to a host that was left behind",
                        "run/Departures.java",
                        ".filter(event -> !lifted.contains(host))",
                        ".filter(event -> lifted.contains(host))"),
                new Mutant(
                        "keeps a secret in the reason of a stop",
                        "engine/Commands.java",
                        "typedSecrets.kept(stop.reason())",
                        "stop.reason()"));
    }

    /// Waves, guards, snapshots, reboots, loans.
    private static List<Mutant> steps() {
        return List.of(
                new Mutant(
                        "goes on to the next wave without a proof",
                        "run/Waves.java",
                        "if (proven.get().truth() != Truth.TRUE) {",
                        "if (proven.isEmpty()) {"),
                new Mutant(
                        "does not watch a wave for the pause",
                        "run/Waves.java",
                        ".filter(pause -> wave.soaked().isEmpty())",
                        ".filter(pause -> wave.soaked().isPresent())"),
                new Mutant(
                        "says succeeded and leaves the guard armed",
                        "run/Proving.java",
                        "return disarm.isEmpty() ? settle(reasons) : disarm;",
                        "return settle(reasons);"),
                new Mutant(
                        "takes a guard that has acted for one that was disarmed",
                        "transport/wrapper/GuardReply.java",
                        "case \"reverted\" -> reverted(rest);",
                        "case \"reverted\" -> new GuardReply(GuardWord.DISARMED, \"\");"),
                new Mutant(
                        "takes a host that answers for one that was rebooted",
                        "run/Away.java",
                        "return !before.equals(now);",
                        "return true;"),
                new Mutant(
                        "does not ask whether the artifact is whole",
                        "run/Standing.java",
                        "if (event.valid() != Truth.TRUE) {",
                        "if (event.valid() == Truth.UNKNOWN) {"),
                new Mutant(
                        "counts a loan as repaid whatever is there",
                        "run/Repaid.java",
                        "&& seen.get().value().equals(captures.original(host))) {",
                        "&& seen.get().value().isPresent()) {"),
                new Mutant(
                        "acts before the evidence is saved",
                        "run/Sending.java",
                        "if (keeping(going)) {",
                        "if (going.size() > 99) {"));
    }

    /// What hosts say.
    private static List<Mutant> hosts() {
        return List.of(
                new Mutant(
                        "takes a host without receipts for one on which nothing started",
                        "engine/Endings.java",
                        "return read(progress, ReceiptWord.UNDECIDED, \"the host keeps no receipts\");",
                        "return resolved(progress, new Outcome.Unreachable(\"no receipt\"), Optional.empty());"),
                new Mutant(
                        "takes a deadline of the host for a success",
                        "engine/Endings.java",
                        "new Outcome.TimedOut(directive.prepared().timeout()),",
                        "new Outcome.Succeeded(took),"));
    }
}
