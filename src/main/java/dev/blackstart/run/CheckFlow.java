package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.AlikeReasons;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A block of neighbouring checks and derived findings: all at once on all their hosts; when the
/// last has answered, every hypothesis gets its verdict.
final class CheckFlow {
    private final Moment moment;
    private final List<Step> block;

    CheckFlow(Moment moment, List<Step> block) {
        this.moment = moment;
        this.block = block;
    }

    List<Directive> next() {
        for (Step step : block) {
            Optional<List<Directive>> decided = Decisions.obeyed(moment, step.id(), false);
            if (decided.isPresent()) {
                return decided.get();
            }
        }
        Optional<List<Directive>> nobody = selectsNobody();
        if (nobody.isPresent()) {
            return nobody.get();
        }
        Looking looking = Looking.once(moment, withSources(), moment.changedAt());
        return looking.done() ? end() : looking.directives();
    }

    private Optional<List<Directive>> selectsNobody() {
        for (Step step : block) {
            if (step instanceof Step.Targeted targeted
                    && moment.targets(targeted.targets()).isEmpty()) {
                return Optional.of(Decisions.selectsNobody(moment, targeted));
            }
        }
        return Optional.empty();
    }

    /// With the earlier checks that decide whether, where and by whom these are carried out.
    private List<Step.Check> withSources() {
        Set<Step.Check> all = new LinkedHashSet<>();
        for (Step step : block) {
            List<Condition> conditions = new ArrayList<>();
            step.heading().when().ifPresent(conditions::add);
            if (step instanceof Step.Targeted targeted) {
                targeted.targets().where().ifPresent(conditions::add);
            }
            if (step instanceof Step.Check check) {
                check.admissible().ifPresent(conditions::add);
            }
            all.addAll(Sources.of(moment.plan().runbook(), conditions).checks());
        }
        all.removeIf(check -> block.contains(check));
        if (!Looking.once(moment, all, moment.changedAt()).done()) {
            return List.copyOf(all);
        }
        all.addAll(wanted());
        return List.copyOf(all);
    }

    private List<Step.Check> wanted() {
        return block.stream()
                .filter(Step.Check.class::isInstance)
                .map(Step.Check.class::cast)
                .filter(check -> when(check).truth() != Truth.FALSE)
                .toList();
    }

    /// A check whose `when` is unknown is run: looking does no harm.
    private Explained when(Step step) {
        return step.heading()
                .when()
                .map(when -> moment.facts().ask(when, Optional.empty()))
                .orElse(new Explained(Truth.TRUE, List.of()));
    }

    private List<Directive> end() {
        List<RunEvent> events = new ArrayList<>();
        for (Step step : block) {
            Explained when = when(step);
            events.add(
                    when.truth() == Truth.FALSE
                            ? new RunEvent.StepSettled(
                                    step.id(), StepOutcome.NOT_NEEDED, when.reasons())
                            : new RunEvent.StepSettled(
                                    step.id(), StepOutcome.SUCCEEDED, heard(step)));
        }
        events.addAll(Verdicts.of(moment));
        return List.of(new Directive.Record(events));
    }

    private List<String> heard(Step step) {
        if (!(step instanceof Step.Check check)) {
            return List.of();
        }
        int answered = 0;
        Map<HostName, String> silent = new LinkedHashMap<>();
        for (HostName host : moment.facts().hosts(check.targets())) {
            if (moment.state().departures().exclusion(host).isPresent()) {
                continue;
            }
            Optional<Evidence> evidence = moment.state().evidence().of(check.id(), host);
            if (evidence.isPresent()
                    && evidence.get().observation() instanceof Observation.NoAnswer none) {
                silent.put(host, none.reason());
            } else {
                answered++;
            }
        }
        List<String> said = new ArrayList<>(List.of(answered + " answered"));
        AlikeReasons.of(silent)
                .forEach(alike -> said.add(Words.fewHosts(alike.hosts()) + ": " + alike.told()));
        return said;
    }
}
