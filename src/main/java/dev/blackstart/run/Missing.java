package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.AlikeReasons;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which checks and questions a condition that is unknown still waits for.
record Missing(Plan plan, RunFacts facts) {
    List<NextLook> looks(List<Condition> conditions) {
        Sources sources = Sources.of(plan.runbook(), conditions);
        List<NextLook> looks = new ArrayList<>();
        for (Step step : plan.runbook().steps()) {
            if (step instanceof Step.Check check) {
                look(check, sources.findings()).ifPresent(looks::add);
            }
            if (step instanceof Step.Ask ask
                    && sources.findings().contains(ask.finding())
                    && facts.answer(ask.finding()) instanceof Sample.Unknown unknown) {
                looks.add(new NextLook(ask.id(), List.of(), unknown.reason()));
            }
        }
        return List.copyOf(looks);
    }

    private Optional<NextLook> look(Step.Check check, Set<FindingName> wanted) {
        Map<HostName, String> silent = new LinkedHashMap<>();
        for (FindingName finding : check.findings().keySet()) {
            if (wanted.contains(finding)) {
                for (HostName host : facts.hosts(finding)) {
                    String why = silent(facts.sample(finding, host));
                    if (!why.isEmpty()) {
                        silent.putIfAbsent(host, why);
                    }
                }
            }
        }
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NextLook(check.id(), List.copyOf(silent.keySet()), reason(silent)));
    }

    /// That of the most hosts, and how many others there are.
    private static String reason(Map<HostName, String> silent) {
        List<AlikeReasons> all = AlikeReasons.of(silent);
        AlikeReasons most = Collections.max(all, Comparator.comparingInt(it -> it.hosts().size()));
        return all.size() == 1
                ? most.told()
                : "%s (%d of %d; %s)"
                        .formatted(
                                most.told(),
                                most.hosts().size(),
                                silent.size(),
                                all.size() == 2
                                        ? "there is one other reason"
                                        : "there are " + (all.size() - 1) + " other reasons");
    }

    private static String silent(Sample sample) {
        return switch (sample) {
            case Sample.Known known -> "";
            case Sample.Unknown unknown -> unknown.reason();
            case Sample.Inadmissible no -> "may not testify: " + no.reason();
        };
    }
}
