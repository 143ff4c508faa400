package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.List;
import java.util.Optional;

/// What comes before an action on its hosts: an older guard is disarmed, and the value that is lent
/// is captured, unless it is lent already.
record Beforehand(Moment moment, Step.Acting step, GateBook.Answer approval) {
    /// Empty when the action may go out.
    List<Directive> next(List<HostName> hosts) {
        Optional<String> hindered = hindered(hosts);
        if (hindered.isPresent()) {
            return Settle.record(new RunEvent.GateVoided(approval.gate().id(), hindered.get()));
        }
        return hosts.stream().flatMap(host -> first(host).stream()).toList();
    }

    /// Why it cannot be sent everywhere it was approved for.
    private Optional<String> hindered(List<HostName> hosts) {
        List<HostName> silent =
                new Guards(moment, step).silentSince(hosts, approval.recorded().sequence());
        if (!silent.isEmpty()) {
            return Optional.of(
                    "what undoes it by itself on %s could not be disarmed first"
                            .formatted(silent.getFirst()));
        }
        for (HostName host : hosts) {
            Optional<LoanBook.Captured> captured = original(host);
            if (captured.isPresent() && captured.get().value().isEmpty()) {
                return Optional.of(
                        "the value it changes could not be captured on %s: %s"
                                .formatted(host, captured.get().reason()));
            }
        }
        return Optional.empty();
    }

    /// The original, looked at since the yes.
    private Optional<LoanBook.Captured> original(HostName host) {
        return new Captures(moment, step)
                .since(host, CaptureTime.ORIGINAL, approval.recorded().sequence());
    }

    private List<Directive> first(HostName host) {
        Guards guards = new Guards(moment, step);
        if (guards.armed(host)) {
            return guards.disarm(List.of(host));
        }
        Captures captures = new Captures(moment, step);
        return captures.wanted()
                        && !moment.state().loans().open(step.id(), host)
                        && original(host).isEmpty()
                ? captures.look(host, CaptureTime.ORIGINAL)
                : List.of();
    }
}
