package dev.blackstart.door.web;

import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.Words;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Caller;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A gate for a page: everything an answer is bound to, and whether this person can give one.
///
/// @param snapshot of its run
record GateModel(GateView view, Snapshot snapshot, Caller caller) {
    Json.Fields json() {
        Gate gate = view.gate();
        Json.Fields fields =
                view.json()
                        .with("targets", Json.texts(gate.targets().stream().sorted().toList()))
                        .with("commands", Commands.json(gate.actions()))
                        .with("preserve", Commands.json(gate.preserving()))
                        .with("undo_commands", Commands.json(gate.undos()))
                        .with("findings", Findings.json(gate.licenses(), gate.targets()))
                        .with("waves", Json.texts(waves(gate)))
                        .with("amended", Json.of(!gate.amendments().isEmpty()))
                        .with("sends", Json.of(gate.kind() != Gate.Kind.DECISION))
                        .with("reason_for_yes", Json.of(forGood()))
                        .with("choices", Json.array(choices(), this::choice))
                        .with("rechecked", Json.of(!gate.licenses().isEmpty()));
        return hindrance().map(it -> fields.with("hindrance", it)).orElse(fields);
    }

    /// Whoever does not answer the gates of the run says yes or no, and nothing else.
    private List<Choice> choices() {
        return view.gate().choices().stream().filter(it -> theirs(it.key())).toList();
    }

    private boolean forGood() {
        Gate gate = view.gate();
        return gate.yes(Gate.YES) && gate.risk().filter(Risk.IRREVERSIBLE::equals).isPresent();
    }

    private Json choice(Choice choice) {
        return Json.object()
                .with("key", choice.key())
                .with("label", choice.label())
                .with("type", choice.typed())
                .with("asks", choice.asks().name())
                .with("yes", Json.of(view.gate().yes(choice.key())))
                .with("nothing", Json.of(choice.key().equals(view.gate().fallback())));
    }

    private static List<String> waves(Gate gate) {
        return gate.waves()
                .map(plan ->
                        Stream.concat(
                                        plan.waves().stream()
                                                .map(wave ->
                                                        "wave %d of %d: %s"
                                                                .formatted(
                                                                        wave.number(),
                                                                        plan.of(),
                                                                        Words.hosts(wave.hosts()))),
                                        plan.terms().stream())
                                .toList())
                .orElse(List.of());
    }

    /// Why no answer of this person would count; empty when one would. Who carries the run out
    /// decides it again.
    private Optional<String> hindrance() {
        Gate gate = view.gate();
        if (!caller.grant().may(Scope.APPROVE)) {
            return Optional.of("%s may look, and not answer gates.".formatted(caller.credential()));
        }
        if (!snapshot.carried()) {
            return Optional.of(
                    "Nobody carries this run out, so no answer counts; resume it first.");
        }
        Optional<Risk> high = gate.risk().filter(risk -> !caller.grant().covers(risk));
        if (high.isPresent() && gate.kind() == Gate.Kind.APPROVAL) {
            return Optional.of(
                    "%s may say yes up to the risk %s, and this is %s."
                            .formatted(
                                    caller.credential(),
                                    caller.grant().risk().word(),
                                    high.get().word()));
        }
        if (gate.people() > 1 && view.agreed().contains(caller.person())) {
            return Optional.of("You have said yes; somebody else must say it, too.");
        }
        return holds();
    }

    private Optional<String> holds() {
        return theirs(Gate.YES)
                ? Optional.empty()
                : Optional.of(
                        "%s answers the gates of this run, and can hand them over to you."
                                .formatted(
                                        snapshot.state()
                                                .wheel()
                                                .holder()
                                                .map(Person::name)
                                                .orElse("Somebody else")));
    }

    private boolean theirs(String choice) {
        Gate gate = view.gate();
        boolean approves = gate.yes(choice) || gate.fallback().equals(choice);
        return view.vouched() && approves
                || snapshot.state()
                        .wheel()
                        .refusal(Optional.of(gate), choice, caller.person(), false)
                        .isEmpty();
    }

    /// Changes when what stands on the page is no longer so.
    static String key(Optional<GateView> gate, Snapshot snapshot) {
        return gate.map(it ->
                        it.gate().id()
                                + "-"
                                + it.gate().digest().substring(0, 8)
                                + "-"
                                + it.agreed().size()
                                + (snapshot.carried() ? "" : "-alone"))
                        .orElse("none")
                + "-"
                + Integer.toHexString(
                        snapshot.state().wheel().holder().map(Person::name).orElse("").hashCode());
    }
}
