package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is there now of a step's doing: where its `undo` may be sent, where it was taken back, and
/// where it must be left alone, since somebody else changed it meanwhile.
///
/// @param since only what was seen or tried after this event counts
record Present(Moment moment, Step.Acting step, long since) {
    /// @param ready the undo of each host where it may be sent
    /// @param open why it is left alone elsewhere, a sentence each
    record Sorted(List<Prepared> ready, List<HostName> back, List<String> open) {}

    /// Looks that are still to be taken.
    List<Directive> looks() {
        Captures captures = new Captures(moment, step);
        if (!captures.wanted()) {
            return List.of();
        }
        return TakenBack.ranOn(moment, step).stream()
                .filter(this::tryable)
                .filter(host -> captures.since(host, CaptureTime.PRESENT, fresh()).isEmpty())
                .flatMap(host -> captures.look(host, CaptureTime.PRESENT).stream())
                .toList();
    }

    /// Not taken back, and not tried since it was asked for.
    private boolean tryable(HostName host) {
        if (excluded(host)) {
            return false;
        }
        return switch (taken(host)) {
            case TakenBack.NotYet no -> true;
            case TakenBack.Failed failed -> failed.since() < since;
            case TakenBack.InFlight flying -> false;
            case TakenBack.Done done -> false;
        };
    }

    private TakenBack taken(HostName host) {
        return TakenBack.of(moment, step, host).orElseThrow();
    }

    Sorted sorted() {
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (HostName host : TakenBack.ranOn(moment, step)) {
            switch (taken(host)) {
                case TakenBack.Done done -> sorted.back().add(host);
                case TakenBack.Failed failed when failed.since() > since ->
                        sorted.open().add(host + ": " + failed.reason());
                case TakenBack.InFlight flying -> sorted.open().add(host + ": under way");
                case TakenBack.Failed failed -> sort(host, sorted);
                case TakenBack.NotYet no -> sort(host, sorted);
            }
        }
        return sorted;
    }

    /// Nothing more is sent to it in this run, whatever was done there.
    private boolean excluded(HostName host) {
        return moment.state().departures().exclusion(host).isPresent();
    }

    private void sort(HostName host, Sorted sorted) {
        if (excluded(host)) {
            sorted.open().add(host + ": left as it is, since it takes no part in the run any more");
            return;
        }
        if (originalIsThere(host)) {
            sorted.back().add(host);
            return;
        }
        Optional<String> refusal = refusal(host);
        if (refusal.isPresent()) {
            sorted.open().add(host + ": " + refusal.get());
            return;
        }
        switch (new Undo(moment, step).prepare(host)) {
            case Preparation.Result.Ready ready -> sorted.ready().add(ready.prepared());
            case Preparation.Result.Refused refused ->
                    sorted.open().add(host + ": " + refused.reason());
            case Preparation.Result.Nothing nothing ->
                    sorted.open().add(host + ": the runbook has no `undo` for it");
        }
    }

    /// Whoever takes the run up again is not asked on what was seen before.
    private long fresh() {
        return Math.max(since, moment.state().takenUp());
    }

    private Optional<LoanBook.Captured> seen(HostName host) {
        return new Captures(moment, step).since(host, CaptureTime.PRESENT, fresh());
    }

    private boolean originalIsThere(HostName host) {
        Optional<String> original = new Captures(moment, step).original(host);
        return original.isPresent()
                && seen(host).flatMap(LoanBook.Captured::value).equals(original);
    }

    /// Why the undo must not be sent; empty when it may.
    Optional<String> refusal(HostName host) {
        Captures captures = new Captures(moment, step);
        if (!captures.wanted()) {
            return Optional.empty();
        }
        Optional<LoanBook.Captured> seen = seen(host);
        Optional<String> value = seen.flatMap(LoanBook.Captured::value);
        if (value.isEmpty()) {
            String why = seen.map(LoanBook.Captured::reason).orElse("it was not looked at");
            return Optional.of("what is there now is not known: " + why);
        }
        if (captures.original(host).isEmpty()) {
            return Optional.of("what was there before is not known");
        }
        if (captures.ours(host).isEmpty()) {
            return Optional.of(
                    "what this run put there is not known, so it cannot be told from a change of"
                            + " somebody else; now it is "
                            + Words.shortly(value.get()));
        }
        if (value.equals(captures.original(host))) {
            return Optional.of("the original value is there already");
        }
        return value.equals(captures.ours(host))
                ? Optional.empty()
                : Optional.of(
                        "somebody changed it meanwhile: it is %s, neither ours (%s) nor the original (%s)"
                                .formatted(
                                        Words.shortly(value.get()),
                                        Words.shortly(captures.ours(host).get()),
                                        Words.shortly(captures.original(host).get())));
    }
}
