package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.GateRule;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Step;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the gate before a step is taken back: what is sent where, and what is left as it is.
record UndoGate(Moment moment, Step.Acting step) {
    static final String LEAVE = "s";

    Gate gate(List<Prepared> commands, List<String> cautions) {
        List<HostName> hosts = commands.stream().map(Prepared::host).toList();
        GateRule rule = step.execution().gate();
        SiteRules site = moment.plan().site();
        List<String> known = new ArrayList<>(cautions);
        known.addAll(new Guards(moment, step).beforeUndo(hosts));
        known.addAll(site.cautions(rule, step.execution().risk(), moment.now()));
        Risk risk = rule.askedAs(step.execution().risk());
        return new Gate(
                moment.state().gates().next(),
                Gate.Kind.UNDO,
                step.id(),
                "Undo: " + step.heading().title(),
                hosts,
                Optional.of(risk),
                why(hosts),
                commands,
                List.of(),
                Optional.empty(),
                step.execution()
                        .loan()
                        .flatMap(loan -> loan.repaidWhen())
                        .map(condition -> condition.text()),
                known,
                choices(risk, hosts),
                "n",
                digest(commands),
                moment.now().plus(site.openFor(rule, step.execution().risk())),
                site.people(rule, step.execution().risk()),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private List<String> why(List<HostName> hosts) {
        List<String> why = new ArrayList<>();
        for (HostName host : hosts) {
            ActionProgress act = TakenBack.ran(moment, step, host).orElseThrow();
            why.add(
                    "%s: %s at %s%s"
                            .formatted(
                                    host,
                                    Standing.how(act),
                                    act.endedAt()
                                            .orElse(act.intendedAt())
                                            .truncatedTo(ChronoUnit.SECONDS),
                                    original(host)));
        }
        return why;
    }

    private String original(HostName host) {
        return new Captures(moment, step)
                .original(host)
                .map(value -> ", before it was " + Words.shortly(value))
                .orElse("");
    }

    private String digest(List<Prepared> commands) {
        List<String> parts = new ArrayList<>(List.of("undo", step.id().value()));
        commands.forEach(command -> parts.add(Digests.of(command)));
        return Digests.of(parts);
    }

    private List<Choice> choices(Risk risk, List<HostName> hosts) {
        String name = hosts.size() == 1 ? hosts.getFirst().value() : step.targets().on().text();
        Choice yes =
                switch (risk) {
                    case MUTATE -> Choice.of(Gate.YES, "send the undo");
                    case DISRUPT -> new Choice(Gate.YES, "send the undo", name);
                    case IRREVERSIBLE ->
                            new Choice(
                                    Gate.YES, "send the undo (a reason and a second person)", name);
                };
        return List.of(
                yes,
                Choice.of(LEAVE, "leave this as it is and go on"),
                Choice.of("n", "no: undo nothing"));
    }
}
