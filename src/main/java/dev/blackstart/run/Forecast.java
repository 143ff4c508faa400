package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Expects;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Step;
import dev.blackstart.topology.BlastRadius;
import dev.blackstart.topology.Hit;
import dev.blackstart.topology.Life;
import dev.blackstart.topology.Remaining;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a disruptive action may break while it is at work, in sentences: computed from what hosts
/// have answered and from the inventory's groups and services. It assumes the worst, that every
/// host acted on is away meanwhile. What is lost comes before what goes on.
public final class Forecast {
    private final Plan plan;
    private final RunState state;

    public Forecast(Plan plan, RunState state) {
        this.plan = plan;
        this.state = state;
    }

    /// Empty for a step that disrupts nothing.
    public List<String> of(Step.Acting step, List<HostName> hosts) {
        if (step.execution().risk() == Risk.MUTATE || hosts.isEmpty()) {
            return List.of();
        }
        List<HostName> away = atOnce(step, hosts);
        BlastRadius radius = new BlastRadius(plan.inventory(), away);
        List<String> sentences = new ArrayList<>();
        if (away.size() < hosts.size()) {
            sentences.add(
                    "At most %d of %d at a time, such as %s:"
                            .formatted(away.size(), hosts.size(), names(away)));
        }
        List<Hit> hits = radius.services();
        List<Remaining> groups = radius.majorities(this::life);
        said(groups, false, sentences);
        hits.stream().filter(Hit::gone).forEach(hit -> said(hit, length(step), sentences));
        said(groups, true, sentences);
        hits.stream().filter(it -> !it.gone()).forEach(it -> said(it, length(step), sentences));
        if (hits.isEmpty()) {
            sentences.add(
                    plan.inventory().services().isEmpty()
                            ? "Who depends on %s is not known: the inventory names no services."
                                    .formatted(names(away))
                            : "No service of the inventory runs on %s.".formatted(names(away)));
        }
        return sentences;
    }

    private static List<HostName> atOnce(Step.Acting step, List<HostName> hosts) {
        int most =
                step.execution().spread().batches().stream()
                        .mapToInt(batch -> batch.of(hosts.size()))
                        .max()
                        .orElse(hosts.size());
        return hosts.subList(0, Math.min(most, hosts.size()));
    }

    /// Did it answer the newest check that was sent to it?
    private Life life(HostName host) {
        return plan.runbook().steps().stream()
                .flatMap(step -> state.evidence().of(step.id(), host).stream())
                .filter(evidence -> !(evidence.observation() instanceof Observation.NotAdmissible))
                .max((one, other) -> Long.compare(one.sequence(), other.sequence()))
                .map(evidence ->
                        evidence.observation() instanceof Observation.Seen
                                ? Life.ANSWERS
                                : Life.SILENT)
                .orElse(Life.NOT_ASKED);
    }

    private void said(List<Remaining> groups, boolean hold, List<String> sentences) {
        groups.stream()
                .filter(group -> hold == (group.majority() == Remaining.Majority.HOLDS))
                .forEach(group -> sentences.add(said(group)));
    }

    private String said(Remaining group) {
        String verdict =
                switch (group.majority()) {
                    case HOLDS -> "the majority holds";
                    case NOT_CERTAIN -> "whether the majority holds is NOT KNOWN";
                    case LOST -> "the majority is LOST";
                };
        List<String> rest = new ArrayList<>();
        if (!group.alive().isEmpty()) {
            rest.add(names(group.alive()) + (group.alive().size() == 1 ? " remains" : " remain"));
        }
        group.unsure().forEach(host -> rest.add(host + " " + word(life(host))));
        return "%s: %s. %d of %d are needed; without %s %s."
                .formatted(
                        group.group(),
                        verdict,
                        group.needed(),
                        group.members(),
                        names(group.lost()),
                        rest.isEmpty() ? "nobody remains" : String.join(", ", rest));
    }

    private static String word(Life life) {
        return switch (life) {
            case ANSWERS -> "answers";
            case SILENT -> "does not answer";
            case NOT_ASKED -> "was not asked";
        };
    }

    private static void said(Hit hit, Length length, List<String> sentences) {
        sentences.add(
                hit.gone()
                        ? "%s is gone meanwhile%s.".formatted(hit.service(), dependants(hit))
                        : "%s goes on with %s only%s."
                                .formatted(hit.service(), names(hit.left()), dependants(hit)));
        hit.tolerates()
                .filter(bears -> hit.gone() && length.most().compareTo(bears) > 0)
                .ifPresent(bears ->
                        sentences.add(
                                "Those who need %s bear its absence for %s; this may last %s (%s)."
                                        .formatted(
                                                hit.service(),
                                                Words.length(bears),
                                                Words.length(length.most()),
                                                length.source())));
    }

    private static String dependants(Hit hit) {
        List<String> parts = new ArrayList<>();
        if (!hit.running().isEmpty()) {
            parts.add(
                    "needed to run by "
                            + hit.running().stream()
                                    .map(it ->
                                            it.service()
                                                    + it.through()
                                                            .map(name -> " (through " + name + ")")
                                                            .orElse(""))
                                    .collect(Collectors.joining(", ")));
        }
        if (!hit.starting().isEmpty()) {
            String needed = parts.isEmpty() ? "needed " : "";
            parts.add(needed + "to start by " + String.join(", ", hit.starting()));
        }
        return parts.isEmpty() ? "; nothing needs it" : "; " + String.join("; ", parts);
    }

    /// How long it may last, and where that number is from.
    private record Length(Duration most, String source) {}

    private static Length length(Step.Acting step) {
        Optional<Duration> back = step.execution().expects().map(Expects::patience);
        return new Length(
                back.orElse(step.targets().timeout()),
                back.isPresent() ? "back_within" : "the step's timeout");
    }

    private static String names(List<HostName> hosts) {
        return Words.hosts(hosts);
    }
}
