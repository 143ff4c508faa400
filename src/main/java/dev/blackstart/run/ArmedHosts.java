package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Hosts that may undo something of a run by themselves, also after its end.
public final class ArmedHosts {
    private ArmedHosts() {}

    public static Set<HostName> of(Plan plan, RunState state) {
        Moment moment = moment(plan, state);
        Set<HostName> armed = new LinkedHashSet<>();
        for (Step step : plan.runbook().steps()) {
            if (step instanceof Step.Acting acting) {
                Guards guards = new Guards(moment, acting);
                TakenBack.ranOn(moment, acting).stream().filter(guards::armed).forEach(armed::add);
            }
        }
        return armed;
    }

    /// What they undo and about when, a sentence each without its full stop; empty in a drill,
    /// whose hosts end with its world.
    public static List<String> sentences(Plan plan, RunState state) {
        boolean guarded =
                plan.mode() == Mode.LIVE
                        && plan.runbook().steps().stream()
                                .anyMatch(step ->
                                        step instanceof Step.Acting acting
                                                && acting.execution().autoRevert().isPresent());
        return guarded ? Guards.open(moment(plan, state)) : List.of();
    }

    private static Moment moment(Plan plan, RunState state) {
        return Moment.of(plan, state, state.last().map(Recorded::at).orElse(Instant.EPOCH));
    }
}
