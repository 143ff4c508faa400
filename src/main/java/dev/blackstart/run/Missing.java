package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        Set<HostName> hosts = new LinkedHashSet<>();
        String reason = "";
        for (FindingName finding : check.findings().keySet()) {
            if (wanted.contains(finding)) {
                for (HostName host : facts.hosts(finding)) {
                    String silent = silent(facts.sample(finding, host));
                    if (!silent.isEmpty()) {
                        hosts.add(host);
                        reason = reason.isEmpty() ? silent : reason;
                    }
                }
            }
        }
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(new NextLook(check.id(), List.copyOf(hosts), reason));
    }

    private static String silent(Sample sample) {
        return switch (sample) {
            case Sample.Known known -> "";
            case Sample.Unknown unknown -> unknown.reason();
            case Sample.Inadmissible no -> "may not testify: " + no.reason();
        };
    }
}
