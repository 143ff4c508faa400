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
        UNPROVEN_AS_A_WHOLE,
        /// went down by themselves while a wave was at work
        REBOOTED
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
        List<Choice> first = new ArrayList<>();
        if (unproven()) {
            first.add(Choice.of(Decisions.AGAIN, "wait for the proof once more"));
        }
        first.add(Choice.of(Decisions.RETRY, "ask for approval to send it again"));
        return open(headline, why, first, Decisions.STOP);
    }

    /// Where there is more to come, which has ways of its own.
    ///
    /// @param first those ways
    /// @param fallback the key of the choice that does nothing
    List<Directive> open(String headline, List<String> why, List<Choice> first, String fallback) {
        List<String> reasons = new ArrayList<>(why);
        reasons.addAll(further().looked());
        return Settle.open(
                new Gates(moment)
                        .menu(
                                step.id(),
                                headline,
                                reasons,
                                hosts,
                                commands,
                                choices(first),
                                fallback));
    }

    private FurtherWays further() {
        return new FurtherWays(moment, step.id(), hosts);
    }

    private List<Choice> choices(List<Choice> first) {
        List<Choice> choices = new ArrayList<>(first);
        if (commands.stream().anyMatch(Prepared::command) && cause != Cause.NO_LONGER_NEEDED) {
            choices.add(FurtherWays.amending());
        }
        further().inspecting().ifPresent(choices::add);
        leaving(choices);
        choices.addAll(Undoing.choices(moment, step.id()));
        choices.add(Decisions.SKIPPING);
        choices.add(Decisions.STOPPING);
        return choices;
    }

    private void leaving(List<Choice> choices) {
        if (cause != Cause.UNPROVEN_AS_A_WHOLE && inThisStep().size() > 1) {
            choices.add(further().skipping());
        }
        further()
                .excluding("send %s nothing more, and count its word no longer")
                .ifPresent(choices::add);
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
}
