package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Between the yes to an undo and its last host: looks once more, takes the host's own guard off,
/// sends.
record UndoSending(Moment moment, Step.Acting step, GateBook.Answer approval) {
    /// Empty when nothing is left to be sent and everything sent has ended.
    Optional<List<Directive>> next() {
        List<HostName> unsent = unsent();
        if (unsent.isEmpty()) {
            return flying() ? Optional.of(List.of()) : Optional.empty();
        }
        List<Directive> looks = looks(unsent);
        if (!looks.isEmpty()) {
            return Optional.of(looks);
        }
        Optional<String> changed = changed(unsent);
        if (changed.isPresent()) {
            return Optional.of(
                    Settle.record(new RunEvent.GateVoided(approval.gate().id(), changed.get())));
        }
        List<Directive> sending = new ArrayList<>();
        Guards guards = new Guards(moment, step);
        for (HostName host : unsent) {
            if (guards.armed(host)) {
                sending.addAll(guards.disarm(List.of(host)));
            } else {
                sending.add(act(host));
            }
        }
        return Optional.of(sending);
    }

    /// Approved hosts to which it was not sent under this approval; a guard that fired meanwhile
    /// has done it, and one that cannot be asked keeps it from being sent.
    private List<HostName> unsent() {
        Guards guards = new Guards(moment, step);
        List<HostName> silent =
                guards.silentSince(approval.gate().targets(), approval.recorded().sequence());
        return approval.gate().targets().stream()
                .filter(host -> sent(host).isEmpty())
                .filter(host -> !silent.contains(host))
                .filter(host ->
                        !(TakenBack.of(moment, step, host).orElseThrow() instanceof TakenBack.Done))
                .toList();
    }

    private Optional<ActionProgress> sent(HostName host) {
        return moment.state()
                .actions()
                .newest(step.id(), host, Purpose.UNDO)
                .filter(progress -> progress.intent().gate().equals(approval.gate().id()));
    }

    private boolean flying() {
        return approval.gate().targets().stream()
                .flatMap(host -> sent(host).stream())
                .anyMatch(ActionProgress::inFlight);
    }

    private List<Directive> looks(List<HostName> hosts) {
        Captures captures = new Captures(moment, step);
        long yes = approval.recorded().sequence();
        return !captures.wanted()
                ? List.of()
                : hosts.stream()
                        .filter(host -> captures.since(host, CaptureTime.PRESENT, yes).isEmpty())
                        .flatMap(host -> captures.look(host, CaptureTime.PRESENT).stream())
                        .toList();
    }

    private Optional<String> changed(List<HostName> hosts) {
        Present present = new Present(moment, step, approval.recorded().sequence());
        return hosts.stream()
                .flatMap(host -> present.refusal(host).map(why -> host + ": " + why).stream())
                .findFirst();
    }

    private Directive act(HostName host) {
        Prepared prepared =
                approval.gate().commands().stream()
                        .filter(command -> command.host().equals(host))
                        .findFirst()
                        .orElseThrow();
        return new Directive.Act(
                Attempts.next(moment.state(), step.id(), host),
                Purpose.UNDO,
                prepared,
                approval.gate().id(),
                Digests.of(prepared),
                Optional.empty());
    }
}
