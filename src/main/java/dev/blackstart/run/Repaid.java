package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import dev.blackstart.runbook.Verify;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Proves that a loan was repaid: the captured original is there again, or else `repaid_when` comes
/// true; where neither is written down the end of the undo must do.
///
/// @param back hosts where it was taken back
/// @param since only what was seen after this event counts
record Repaid(Moment moment, Step.Acting step, List<HostName> back, long since) {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration EVERY = Duration.ofSeconds(2);

    /// Empty when nothing more can be proven; no directives while looks are under way.
    Optional<List<Directive>> next() {
        List<HostName> owing =
                back.stream().filter(host -> moment.state().loans().open(step.id(), host)).toList();
        Captures captures = new Captures(moment, step);
        List<Directive> looks = new ArrayList<>();
        List<RunEvent> repaid = new ArrayList<>();
        for (HostName host : captures.wanted() ? owing : List.<HostName>of()) {
            Optional<LoanBook.Captured> seen =
                    captures.since(host, CaptureTime.PRESENT, Math.max(since, backSince(host)));
            if (seen.isEmpty()) {
                looks.addAll(captures.look(host, CaptureTime.PRESENT));
            } else if (captures.original(host).isPresent()
                    && seen.get().value().equals(captures.original(host))) {
                repaid.add(repaid(host, "the original value is there"));
            }
        }
        if (!looks.isEmpty()) {
            return Optional.of(looks);
        }
        return repaid.isEmpty() ? byCondition(seen(owing), captures) : record(repaid);
    }

    private static Optional<List<Directive>> record(List<RunEvent> events) {
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(new Directive.Record(events)));
    }

    /// Without the hosts that were left out of the run and that the condition would speak of.
    private List<HostName> seen(List<HostName> owing) {
        return step.execution()
                .loan()
                .flatMap(Loan::repaidWhen)
                .map(it -> Sources.of(moment.plan().runbook(), List.of(it)).checks())
                .map(checks ->
                        owing.stream().filter(host -> !Proof.blind(moment, checks, host)).toList())
                .orElse(owing);
    }

    private Optional<List<Directive>> byCondition(List<HostName> owing, Captures captures) {
        var condition = step.execution().loan().flatMap(Loan::repaidWhen);
        if (owing.isEmpty() || condition.isEmpty() && captures.wanted()) {
            return Optional.empty();
        }
        if (condition.isEmpty()) {
            return record(owing.stream().map(host -> repaid(host, "its undo succeeded")).toList());
        }
        Optional<Verify> verify = step.execution().verify();
        Proof proof =
                new Proof(
                        moment,
                        step.id(),
                        condition.get(),
                        verify.map(Verify::every).orElse(EVERY),
                        verify.map(Verify::within).orElse(WITHIN),
                        owing,
                        start(owing),
                        owing.stream().mapToLong(this::backSince).max().orElse(since));
        return switch (proof.look()) {
            case Proof.Result.Undecided undecided -> Optional.of(undecided.directives());
            case Proof.Result.Decided decided ->
                    decided.truth() == Truth.TRUE
                            ? record(
                                    owing.stream()
                                            .map(host -> repaid(host, words(decided)))
                                            .toList())
                            : Optional.empty();
        };
    }

    private static String words(Proof.Result.Decided decided) {
        return String.join("; ", decided.reasons());
    }

    private RunEvent repaid(HostName host, String reason) {
        boolean sent = TakenBack.of(moment, step, host).orElseThrow() instanceof TakenBack.Done;
        return new RunEvent.LoanRepaid(
                step.id(), host, sent ? Repayment.UNDONE : Repayment.ORIGINAL, reason);
    }

    private long backSince(HostName host) {
        return TakenBack.of(moment, step, host).orElseThrow() instanceof TakenBack.Done done
                ? done.since()
                : since;
    }

    /// The time for a proof begins with the end of the undo; one that ended long ago, before the
    /// person asked again, gets its time anew with the first look.
    private Instant start(List<HostName> owing) {
        return owing.stream()
                .flatMap(host ->
                        moment
                                .state()
                                .actions()
                                .newest(step.id(), host, Purpose.UNDO)
                                .filter(undo -> undo.endedSequence() > since)
                                .flatMap(ActionProgress::endedAt)
                                .stream())
                .max(Instant::compareTo)
                .orElse(moment.now().minus(WITHIN));
    }
}
