package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The menu after a failure: every way to go on that works here, and no other. The choice that does
/// nothing is to stop.
final class FailureMenu {
    static final String AMEND = "amend";
    static final String INSPECT = "inspect";
    static final String SKIP_HOST = "skip_host";
    static final String EXCLUDE_HOST = "exclude_host";

    /// What the menu is about.
    enum Cause {
        /// a sending did not succeed
        FAILED,
        /// a sending did not succeed, and the evidence says that it is not needed any more
        NO_LONGER_NEEDED,
        /// carried out, and the proof did not come on these hosts
        UNPROVEN,
        /// carried out, and the proof over the whole set did not come
        UNPROVEN_AS_A_WHOLE
    }

    private final Moment moment;
    private final Step.Acting step;
    private final Cause cause;
    private final List<HostName> hosts;
    private final List<Prepared> commands;

    /// @param hosts those it did not succeed on
    FailureMenu(Moment moment, Step.Acting step, Cause cause, List<HostName> hosts) {
        this.moment = moment;
        this.step = step;
        this.cause = cause;
        this.hosts = hosts;
        this.commands = next();
    }

    /// What would go out next; where that cannot be rendered there is nothing to amend.
    private List<Prepared> next() {
        List<Prepared> next = new ArrayList<>();
        for (HostName host : hosts) {
            if (new NextAttempt(moment, step).prepare(host)
                    instanceof Preparation.Result.Ready ready) {
                next.add(ready.prepared());
            }
        }
        return next;
    }

    List<Directive> open(String headline, List<String> why) {
        List<String> reasons = new ArrayList<>(why);
        moment.state().inspections().of(step.id()).forEach(it -> reasons.add(looked(it)));
        return Settle.open(
                new Gates(moment).menu(step.id(), headline, reasons, hosts, commands, choices()));
    }

    private static String looked(Inspections.Inspection inspection) {
        RunEvent.InspectionStarted asked = inspection.started();
        return "%s inspected %s with `%s`: %s"
                .formatted(asked.by(), asked.host(), asked.command(), inspection.came());
    }

    private List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        if (unproven()) {
            choices.add(Choice.of(Decisions.AGAIN, "wait for the proof once more"));
        }
        choices.add(Choice.of(Decisions.RETRY, "ask for approval to send it again"));
        if (commands.stream().anyMatch(Prepared::command) && cause != Cause.NO_LONGER_NEEDED) {
            choices.add(
                    asking(Choice.Asks.TEXT, AMEND, "change its command, then ask for approval"));
        }
        if (!hosts.isEmpty()) {
            choices.add(
                    asking(
                            Choice.Asks.COMMAND,
                            INSPECT,
                            "send your own command, as typed and unchecked"));
        }
        leaving(choices);
        choices.addAll(Undoing.choices(moment, step.id()));
        choices.add(Decisions.SKIPPING);
        choices.add(Decisions.STOPPING);
        return choices;
    }

    private void leaving(List<Choice> choices) {
        String whom = hosts.size() == 1 ? hosts.getFirst().value() : "a host";
        if (cause != Cause.UNPROVEN_AS_A_WHOLE && inThisStep().size() > 1) {
            choices.add(asking(Choice.Asks.HOSTS, SKIP_HOST, "go on in this step without " + whom));
        }
        if (!hosts.isEmpty() && inThisRun().size() > 1) {
            choices.add(
                    asking(
                            Choice.Asks.HOSTS,
                            EXCLUDE_HOST,
                            "send " + whom + " nothing more, and count its word no longer"));
        }
    }

    private static Choice asking(Choice.Asks asks, String key, String label) {
        return Choice.asking(asks, key, label);
    }

    private boolean unproven() {
        return cause == Cause.UNPROVEN || cause == Cause.UNPROVEN_AS_A_WHOLE;
    }

    private Set<HostName> inThisStep() {
        Set<HostName> hosts = new LinkedHashSet<>(Standing.present(moment, step));
        moment.state()
                .gates()
                .newestOpened(step.id(), Gate.Kind.APPROVAL)
                .ifPresent(gate -> hosts.addAll(gate.targets()));
        hosts.removeIf(host -> moment.without(step.id(), host));
        return hosts;
    }

    private Set<HostName> inThisRun() {
        Set<HostName> hosts = new LinkedHashSet<>();
        for (Step other : moment.plan().runbook().steps()) {
            if (other instanceof Step.Targeted targeted) {
                hosts.addAll(moment.targets(targeted.targets()));
            }
        }
        return hosts;
    }
}
