package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The gate that asks a person about a sending which neither the host nor the proof decides.
///
/// @param proof what the proof said; empty when there was nothing to ask
record UnknownGate(Moment moment, ActionProgress progress, Optional<String> proof) {
    /// Is it one of these?
    static boolean is(Gate gate) {
        return gate.choice(Decisions.NOT_APPLIED).isPresent();
    }

    List<Directive> open() {
        boolean only = moment.state().takingUps().reconciling().isPresent();
        return Settle.open(
                new Gates(moment)
                        .plain(
                                Gate.Kind.DECISION,
                                action().step(),
                                "%s: outcome unknown. What is true?".formatted(action()),
                                why(),
                                List.of(host()),
                                choices(only),
                                only ? Decisions.LEAVE : Decisions.STOP));
    }

    private ActionKey action() {
        return progress.intent().action();
    }

    private HostName host() {
        return action().host();
    }

    /// A run that is only to find out sends nothing, and leaves nobody behind.
    private List<Choice> choices(boolean only) {
        List<Choice> choices = new ArrayList<>();
        choices.add(
                Choice.of(Decisions.LOOK, "ask the host for its receipt again; changes nothing"));
        if (!only && reboots().findAny().isPresent() && Rediagnosis.possible(moment)) {
            choices.add(
                    Choice.of(
                            Decisions.DIAGNOSE,
                            "diagnose again: every check on every host; changes nothing"));
        }
        choices.add(Choice.of(Decisions.APPLIED, "I have checked: it was carried out"));
        choices.add(Choice.of(Decisions.NOT_APPLIED, "I have checked: it was not carried out"));
        if (only) {
            choices.add(Choice.of(Decisions.LEAVE, "leave it unknown for now"));
            return choices;
        }
        FurtherWays further = new FurtherWays(moment, action().step(), List.of(host()));
        further.inspecting().ifPresent(choices::add);
        further.excluding("leave it unknown, and go on without %s: it stays locked")
                .ifPresent(choices::add);
        choices.add(Decisions.STOPPING);
        return choices;
    }

    private List<String> why() {
        List<String> why = new ArrayList<>();
        why.add(
                "known: sent at "
                        + Words.time(
                                progress.sentAt().orElse(progress.intendedAt()), moment.now()));
        if (progress.outcome().orElseThrow() instanceof Outcome.Unknown unknown) {
            why.add("known: " + unknown.reason());
        }
        reboots()
                .map(recorded ->
                        "known: %s rebooted since, as was seen at %s"
                                .formatted(host(), Words.time(recorded.at(), moment.now())))
                .forEach(why::add);
        progress.receipt().ifPresent(receipt -> why.add("receipt: " + receipt.answer()));
        proof.ifPresent(why::add);
        why.addAll(new FurtherWays(moment, action().step(), List.of(host())).looked());
        Rediagnosis.wanted(moment, progress).map(Rediagnosis::showed).ifPresent(why::addAll);
        why.add("not known: whether it ran, whether it still runs, how it ended");
        moment.plan()
                .runbook()
                .step(action().step())
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast)
                .filter(acting -> acting.execution().spread().inWaves())
                .ifPresent(acting ->
                        why.add(
                                Headcount.of(moment, acting).shown()
                                        + "; no further wave goes before this is known"));
        return why;
    }

    /// A boot id that was there already when it was sent tells of a reboot before it.
    private Stream<Recorded> reboots() {
        return moment.state().evidence().reboots().stream()
                .filter(recorded -> recorded.at().isAfter(progress.intendedAt()))
                .filter(recorded ->
                        recorded.event() instanceof RunEvent.Rebooted reboot
                                && reboot.host().equals(host())
                                && progress.bootId().filter(reboot.now()::equals).isEmpty());
    }
}
