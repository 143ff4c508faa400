package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ways to go on that menus have in common: to change a command, to look around, to leave hosts
/// behind.
///
/// @param hosts those the menu is about
record FurtherWays(Moment moment, StepId step, List<HostName> hosts) {
    static Choice amending() {
        return Choice.asking(
                Choice.Asks.TEXT, FailureMenu.AMEND, "change its command, then ask for approval");
    }

    /// Empty where no host can be named.
    Optional<Choice> inspecting() {
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Choice.asking(
                                Choice.Asks.COMMAND,
                                FailureMenu.INSPECT,
                                "send your own command, as typed and unchecked"));
    }

    Choice skipping() {
        return Choice.asking(
                Choice.Asks.HOSTS, FailureMenu.SKIP_HOST, "go on in this step without " + whom());
    }

    /// Empty where no host can be named, or no other would be left.
    ///
    /// @param what becomes of a host, such as `send %s nothing more`
    Optional<Choice> excluding(String what) {
        return hosts.isEmpty() || inThisRun().size() < 2
                ? Optional.empty()
                : Optional.of(
                        Choice.asking(
                                Choice.Asks.HOSTS,
                                FailureMenu.EXCLUDE_HOST,
                                what.formatted(whom())));
    }

    private String whom() {
        return hosts.size() == 1 ? hosts.getFirst().value() : "a host";
    }

    private Set<HostName> inThisRun() {
        Set<HostName> all = new LinkedHashSet<>();
        for (Step other : moment.plan().runbook().steps()) {
            if (other instanceof Step.Targeted targeted) {
                all.addAll(moment.targets(targeted.targets()));
            }
        }
        return all;
    }

    /// What people saw who looked around at a gate of the step, one sentence each.
    List<String> looked() {
        return moment.state().inspections().of(step).stream().map(FurtherWays::looked).toList();
    }

    private static String looked(Inspections.Inspection inspection) {
        RunEvent.InspectionStarted asked = inspection.started();
        return "%s inspected %s with `%s`: %s"
                .formatted(asked.by(), asked.host(), asked.command(), inspection.came());
    }
}
