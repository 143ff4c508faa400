package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fences of other installations that this run may put aside. A person decides that, host by host
/// and knowing whose it is: the run was refused there because of the fence, and was then taken over
/// with a reason. A take-over alone puts nobody's fence aside, and the next taking-up ends it.
public final class PutAside {
    /// Stands in what a host says when a fence of others keeps this run out.
    public static final String FENCED = " is fenced by ";

    private PutAside() {}

    /// @return what the host said of the fence; empty when none may be put aside there
    public static Optional<String> of(RunState state, HostName host) {
        return state.takingUps()
                .last()
                .filter(taken ->
                        taken.event() instanceof RunEvent.RunResumed it
                                && it.takenOver().isPresent())
                .flatMap(taken -> refusalBefore(taken.sequence(), state, host));
    }

    private static Optional<String> refusalBefore(long sequence, RunState state, HostName host) {
        return state.actions().all().stream()
                .filter(it -> it.intent().action().host().equals(host))
                .filter(it -> it.endedSequence() > 0 && it.endedSequence() < sequence)
                .max(Comparator.comparingLong(ActionProgress::endedSequence))
                .flatMap(ActionProgress::outcome)
                .flatMap(PutAside::fence);
    }

    private static Optional<String> fence(Outcome outcome) {
        return outcome instanceof Outcome.Unreachable it && it.reason().contains(FENCED)
                ? Optional.of(it.reason())
                : Optional.empty();
    }

    /// What a person must know before it is sent to these hosts.
    static List<String> cautions(Moment moment, List<HostName> hosts) {
        List<String> cautions = new ArrayList<>();
        for (HostName host : hosts) {
            of(moment.state(), host)
                    .ifPresent(fence ->
                            cautions.add(
                                    "Your yes puts the fence of another installation aside: %s. The host refuses that while an action of theirs is at work there, or may still be undone there by itself."
                                            .formatted(fence)));
        }
        return cautions;
    }

    /// The next step where fences keep this run out, by what hosts said; empty where none does.
    static Optional<String> wayOn(RunState state, Map<HostName, String> reasons) {
        List<HostName> fenced =
                reasons.entrySet().stream()
                        .filter(it -> it.getValue().contains(FENCED))
                        .map(Map.Entry::getKey)
                        .toList();
        if (fenced.isEmpty()) {
            return Optional.empty();
        }
        return fenced.stream().allMatch(host -> of(state, host).isPresent())
                ? Optional.of(
                        "This run was taken over, so retry asks for approval to put it aside; while an action of theirs is at work there, or may still be undone there by itself, the host refuses that.")
                : state.opened()
                        .map(opened ->
                                "Wait, or ask who is named; blackstart resume %s --take-over --reason TEXT asks for approval to put it aside."
                                        .formatted(opened.run()));
    }
}
