package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a run changed, one sentence a step and purpose, with the hosts.
final class Deeds {
    private record Deed(StepId step, Purpose purpose) {}

    private Deeds() {}

    static List<String> of(Runbook runbook, RunState state) {
        Map<Deed, Set<HostName>> deeds = new LinkedHashMap<>();
        for (ActionProgress progress : state.actions().all()) {
            Purpose purpose = progress.intent().purpose();
            if (purpose != Purpose.PRESERVE && progress.succeeded()) {
                deeds.computeIfAbsent(
                                new Deed(progress.intent().action().step(), purpose),
                                any -> new LinkedHashSet<>())
                        .add(progress.intent().action().host());
            }
        }
        return deeds.entrySet().stream()
                .map(it -> sentence(runbook, it.getKey(), it.getValue()))
                .toList();
    }

    private static String sentence(Runbook runbook, Deed deed, Set<HostName> hosts) {
        String what =
                switch (deed.purpose()) {
                    case PRESERVE, ACT -> title(runbook, deed.step());
                    case RELEASE -> "Released " + deed.step();
                    case UNDO -> "Undid " + deed.step();
                };
        return what + " (" + deed.step() + " on " + names(hosts) + ")";
    }

    static String title(Runbook runbook, StepId step) {
        return runbook.step(step)
                .map(it -> it.heading().title())
                .filter(title -> !title.isEmpty())
                .orElse(step.value());
    }

    private static String names(Set<HostName> hosts) {
        return String.join(", ", hosts.stream().map(HostName::value).toList());
    }
}
