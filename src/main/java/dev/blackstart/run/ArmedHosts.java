package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// Hosts that may undo something of a run by themselves, also after its end.
public final class ArmedHosts {
    private ArmedHosts() {}

    public static Set<HostName> of(Plan plan, RunState state) {
        Instant now = state.last().map(Recorded::at).orElse(Instant.EPOCH);
        Moment moment = Moment.of(plan, state, now);
        Set<HostName> armed = new LinkedHashSet<>();
        for (Step step : plan.runbook().steps()) {
            if (step instanceof Step.Acting acting) {
                Guards guards = new Guards(moment, acting);
                TakenBack.ranOn(moment, acting).stream().filter(guards::armed).forEach(armed::add);
            }
        }
        return armed;
    }
}
