package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.GateRule;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the gate of an action: what will run, where, which findings license it, and the digest
/// over all of that which an approval is bound to.
final class Approval {
    private final Moment moment;
    private final Step.Acting step;

    Approval(Moment moment, Step.Acting step) {
        this.moment = moment;
        this.step = step;
    }

    /// @param why the reasons for which it is allowed
    Gate gate(List<Prepared> commands, List<String> why) {
        List<HostName> hosts = commands.stream().map(Prepared::host).distinct().toList();
        GateRule rule = step.execution().gate();
        Risk risk = rule.askedAs(step.execution().risk());
        List<License> licenses = licenses();
        Optional<WavePlan> waves = new WavePlanning(moment, step).plan(hosts);
        int people = moment.plan().site().people(rule, step.execution().risk());
        return new Gate(
                moment.state().gates().next(),
                Gate.Kind.APPROVAL,
                step.id(),
                step.heading().title(),
                hosts,
                Optional.of(risk),
                why,
                commands,
                licenses,
                new Undo(moment, step).words().map(undo -> undo.over(hosts)),
                proof(),
                cautions(hosts),
                choices(risk, people, hosts),
                "n",
                digest(commands, licenses, waves),
                moment.now().plus(moment.plan().site().openFor(rule, step.execution().risk())),
                people,
                amendments(hosts),
                waves,
                new Forecast(moment.plan(), moment.state()).of(step, hosts),
                new Undo(moment, step).words().map(undo -> undo.ready(hosts)).orElse(List.of()));
    }

    private List<License> licenses() {
        List<License> licenses = new ArrayList<>();
        for (var finding : Sources.licensing(moment.plan(), step).findings()) {
            for (HostName host : moment.facts().hosts(finding)) {
                licenses.add(license(finding, host));
            }
        }
        return licenses;
    }

    private License license(FindingName finding, HostName host) {
        return switch (moment.facts().sample(finding, host)) {
            case Sample.Known known ->
                    new License(finding, host, known.value().shown(), known.at(), known.how());
            case Sample.Unknown unknown ->
                    new License(
                            finding,
                            host,
                            "unknown",
                            unknown.at().orElse(moment.now()),
                            unknown.reason());
            case Sample.Inadmissible no ->
                    new License(finding, host, "inadmissible", moment.now(), no.reason());
        };
    }

    private String digest(
            List<Prepared> commands, List<License> licenses, Optional<WavePlan> waves) {
        List<String> parts = new ArrayList<>(List.of("approval", step.id().value()));
        commands.forEach(command -> parts.add(Digests.of(command)));
        commands.forEach(command ->
                PutAside.of(moment.state(), command.host())
                        .ifPresent(fence -> parts.add("puts aside on " + command.host())));
        parts.add("following");
        new Releases(moment)
                .following(step.id())
                .forEach(command -> parts.add(Digests.of(command)));
        parts.addAll(new Terms(moment, step).digests(commands));
        parts.add("licenses");
        licenses.forEach(license ->
                parts.addAll(
                        List.of(
                                license.finding().value(),
                                license.host().value(),
                                license.value())));
        waves.ifPresent(plan -> parts.addAll(plan.parts()));
        return Digests.of(parts);
    }

    private Optional<String> proof() {
        return step.execution().verify().map(Words::proof);
    }

    private List<String> cautions(List<HostName> hosts) {
        List<String> cautions = new ArrayList<>(Receipts.cautions(moment, hosts));
        cautions.addAll(new EarlierAttempt(moment, step).cautions(hosts));
        cautions.addAll(PutAside.cautions(moment, hosts));
        cautions.addAll(SameMachine.cautions(moment, hosts));
        for (Prepared end : new Releases(moment).following(step.id())) {
            cautions.add(
                    "Your yes also ends, once this has succeeded, a cure that still works on %s: %s"
                            .formatted(end.host(), end.label()));
        }
        step.heading().notRunHere().map(Words::notRunHere).ifPresent(cautions::add);
        cautions.addAll(new Terms(moment, step).sentences(hosts));
        cautions.addAll(
                moment.plan()
                        .site()
                        .cautions(step.execution().gate(), step.execution().risk(), moment.now()));
        for (Hypothesis hypothesis : moment.hypotheses()) {
            Explained weighed = moment.facts().hypothesis(hypothesis.name());
            if (weighed.truth() == Truth.TRUE) {
                hypothesis.doNot().ifPresent(cautions::add);
            }
        }
        return cautions;
    }

    /// The changed commands among those that would be sent.
    private List<Amendment> amendments(List<HostName> hosts) {
        List<Amendment> amendments = new ArrayList<>();
        String label =
                switch (step.execution().command().body()) {
                    case Command.Body.Run run -> "run";
                    case Command.Body.Script script -> script.file().path();
                    case Command.Body.Nothing nothing -> "upload";
                };
        for (HostName host : hosts) {
            new NextAttempt(moment, step)
                    .amendment(host)
                    .map(it -> new Amendment(host, label, it.before(), it.after(), it.by()))
                    .ifPresent(amendments::add);
        }
        return amendments;
    }

    private static String asked(Risk risk, int people) {
        String reason = risk == Risk.IRREVERSIBLE ? "a reason and " : "";
        return switch (people) {
            case 1 -> "";
            case 2 -> " (" + reason + "a second person)";
            default -> " (" + reason + people + " people)";
        };
    }

    private List<Choice> choices(Risk risk, int people, List<HostName> hosts) {
        String name = hosts.size() == 1 ? hosts.getFirst().value() : step.targets().on().text();
        String label = "send it" + asked(risk, people);
        Choice yes =
                risk == Risk.MUTATE
                        ? Choice.of(Gate.YES, label)
                        : new Choice(Gate.YES, label, name);
        return List.of(
                yes,
                Choice.of("s", "go on without this step; what names it is refused"),
                Choice.of("n", "no: stop the run here"));
    }
}
