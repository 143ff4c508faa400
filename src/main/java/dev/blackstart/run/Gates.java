package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.GateRule;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes gates that license nothing: decisions, questions and manual steps.
final class Gates {
    private final Moment moment;

    Gates(Moment moment) {
        this.moment = moment;
    }

    Gate plain(
            Gate.Kind kind,
            StepId step,
            String headline,
            List<String> why,
            List<HostName> hosts,
            List<Choice> choices,
            String fallback) {
        return gate(kind, step, headline, why, hosts, List.of(), choices, fallback);
    }

    /// A decision about hosts on which something did not succeed.
    ///
    /// @param commands what would go out next, for who wants to change it
    Gate menu(
            StepId step,
            String headline,
            List<String> why,
            List<HostName> hosts,
            List<Prepared> commands,
            List<Choice> choices,
            String fallback) {
        return gate(Gate.Kind.DECISION, step, headline, why, hosts, commands, choices, fallback);
    }

    private Gate gate(
            Gate.Kind kind,
            StepId step,
            String headline,
            List<String> why,
            List<HostName> hosts,
            List<Prepared> commands,
            List<Choice> choices,
            String fallback) {
        List<String> parts = new ArrayList<>(List.of(kind.name(), step.value(), headline));
        hosts.forEach(host -> parts.add(host.value()));
        commands.forEach(command -> parts.add(Digests.of(command)));
        choices.forEach(choice -> parts.add(choice.key()));
        Optional<Step.Acting> about = acting(step);
        Optional<CommandWords> undo =
                about.filter(it -> attempted(it.id())).flatMap(it -> new Undo(moment, it).words());
        List<HostName> affected =
                hosts.isEmpty() ? about.map(moment::targets).orElse(hosts) : hosts;
        return new Gate(
                moment.state().gates().next(),
                kind,
                step,
                headline,
                hosts,
                Optional.empty(),
                why,
                commands,
                List.of(),
                undo.map(words -> words.over(affected)),
                about.flatMap(acting -> acting.execution().verify()).map(Words::proof),
                List.of(),
                choices,
                fallback,
                Digests.of(parts),
                moment.now().plus(GateRule.OPEN_AT_MOST),
                1,
                List.of(),
                Optional.empty(),
                List.of(),
                undo.map(words -> words.ready(affected)).orElse(List.of()));
    }

    /// What was never sent has nothing to be taken back.
    private boolean attempted(StepId step) {
        return moment.state().actions().all().stream()
                .anyMatch(it -> it.intent().action().step().equals(step));
    }

    /// The step that sends something which the gate is about.
    private Optional<Step.Acting> acting(StepId step) {
        return moment.plan()
                .runbook()
                .step(step)
                .filter(Step.Acting.class::isInstance)
                .map(Step.Acting.class::cast);
    }
}
