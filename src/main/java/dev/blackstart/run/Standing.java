package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where one host stands within an acting step.
sealed interface Standing {
    /// Nothing was sent to it for this step.
    record Untouched() implements Standing {}

    record InFlight() implements Standing {}

    /// @param since sequence of the event that ended it
    record Failed(String reason, long since) implements Standing {}

    /// Carried out; a snapshot's artifact is checked and fetched as far as asked for.
    record Done() implements Standing {}

    static Standing of(Moment moment, Step.Acting step, HostName host) {
        ActionBook actions = moment.state().actions();
        Optional<ActionProgress> preserve = actions.newest(step.id(), host, Purpose.PRESERVE);
        Optional<ActionProgress> newest =
                actions.newest(step.id(), host, Purpose.ACT)
                        .filter(act ->
                                preserve.isEmpty() || attempt(act) >= attempt(preserve.get()))
                        .or(() -> preserve);
        if (newest.isEmpty()) {
            return new Untouched();
        }
        ActionProgress progress = newest.get();
        if (progress.inFlight()) {
            return new InFlight();
        }
        if (!progress.succeeded()) {
            return new Failed(reason(progress), progress.endedSequence());
        }
        if (progress.intent().purpose() == Purpose.PRESERVE) {
            return new Untouched();
        }
        return artifactTrouble(moment.state(), step, progress.intent().action())
                .or(() -> Guards.trouble(moment.state(), progress.intent().action()))
                .<Standing>map(trouble -> trouble)
                .orElse(new Done());
    }

    private static int attempt(ActionProgress progress) {
        return progress.intent().action().attempt();
    }

    private static String reason(ActionProgress progress) {
        String what = progress.intent().purpose() == Purpose.PRESERVE ? "saving evidence: " : "";
        return what + how(progress);
    }

    /// How a sending ended, in words.
    static String how(ActionProgress progress) {
        return switch (progress.outcome().orElseThrow()) {
            case Outcome.Succeeded done -> "succeeded";
            case Outcome.Failed failed -> failed.how();
            case Outcome.TimedOut timed ->
                    "stopped by the host at its deadline of " + Words.length(timed.after());
            case Outcome.Unreachable never -> kept(never, progress) + never.reason();
            case Outcome.Unknown unknown -> "outcome unknown: " + unknown.reason();
            case Outcome.Rehearsed rehearsed -> "rehearsed";
        };
    }

    private static String kept(Outcome.Unreachable never, ActionProgress progress) {
        if (progress.resolvedBy().isPresent()) {
            return "not carried out: ";
        }
        return never.by() == Hindrance.REFUSED_BY_HOST ? "refused by the host: " : "never sent: ";
    }

    private static Optional<Failed> artifactTrouble(
            RunState state, Step.Acting step, ActionKey action) {
        if (!(step instanceof Step.Snapshot snapshot)) {
            return Optional.empty();
        }
        Optional<Recorded> checked = state.files().checked(action);
        if (snapshot.valid().isPresent() && checked.isPresent()) {
            RunEvent.ArtifactChecked event = (RunEvent.ArtifactChecked) checked.get().event();
            if (event.valid() != Truth.TRUE) {
                return Optional.of(
                        new Failed(
                                "the artifact is not valid: " + event.reason(),
                                checked.get().sequence()));
            }
        }
        Optional<Recorded> fetched = state.files().fetched(action);
        if (snapshot.fetch() && fetched.isPresent()) {
            RunEvent.Fetched event = (RunEvent.Fetched) fetched.get().event();
            if (!event.equal()) {
                return Optional.of(
                        new Failed(
                                "the artifact was not copied: " + event.reason(),
                                fetched.get().sequence()));
            }
        }
        return Optional.empty();
    }

    /// The hosts to which the action or what precedes it was sent for the step, in that order.
    static List<HostName> touched(Moment moment, Step.Acting step) {
        List<HostName> touched = new ArrayList<>();
        for (ActionProgress progress : moment.state().actions().all()) {
            RunEvent.Dispatched intent = progress.intent();
            boolean acts = intent.purpose() == Purpose.PRESERVE || intent.purpose() == Purpose.ACT;
            ActionKey action = intent.action();
            if (acts && action.step().equals(step.id()) && !touched.contains(action.host())) {
                touched.add(action.host());
            }
        }
        return touched;
    }

    /// Those of them without which the step does not go on.
    static List<HostName> present(Moment moment, Step.Acting step) {
        List<HostName> present = touched(moment, step);
        present.removeIf(host -> moment.without(step.id(), host));
        return present;
    }

    /// The hosts among these that stand so.
    static <S extends Standing> List<HostName> those(
            Moment moment, Step.Acting step, List<HostName> hosts, Class<S> kind) {
        List<HostName> those = new ArrayList<>();
        for (HostName host : hosts) {
            if (kind.isInstance(of(moment, step, host))) {
                those.add(host);
            }
        }
        return those;
    }
}
