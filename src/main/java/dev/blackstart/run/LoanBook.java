package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The loans of the run: one a step and host, with the values they changed.
public final class LoanBook {
    private record Place(StepId step, HostName host) {}

    /// @param taken a `LoanTaken`
    /// @param due by the clock as it is now
    private record Open(Recorded taken, Instant due) {}

    private record Look(Place place, CaptureTime when) {}

    /// The newest look at a value.
    ///
    /// @param value empty when it is not known
    /// @param looks how often it was looked at
    record Captured(Optional<String> value, String reason, Instant at, long sequence, int looks) {}

    private final Map<Look, Captured> captured = new HashMap<>();
    private final Map<Place, Open> open = new LinkedHashMap<>();
    private final Map<Place, Recorded> repaid = new LinkedHashMap<>();

    private final Map<StepId, RunEvent.LoanLeft> left = new HashMap<>();

    LoanBook() {}

    void captured(Recorded recorded, RunEvent.Captured event) {
        captured.merge(
                new Look(new Place(event.step(), event.host()), event.when()),
                new Captured(event.value(), event.reason(), recorded.at(), recorded.sequence(), 1),
                (before, now) ->
                        new Captured(
                                now.value(),
                                now.reason(),
                                now.at(),
                                now.sequence(),
                                before.value().isPresent() ? 1 : before.looks() + 1));
    }

    void taken(Recorded recorded, RunEvent.LoanTaken event) {
        open.put(new Place(event.step(), event.host()), new Open(recorded, event.due()));
    }

    void repaid(Recorded recorded, RunEvent.LoanRepaid event) {
        Place place = new Place(event.step(), event.host());
        open.remove(place);
        repaid.put(place, recorded);
    }

    /// A clock that is set back takes the term along; one that is set forward comes nearer to it.
    void clockMoved(Duration by) {
        if (by.isNegative()) {
            open.replaceAll((place, loan) -> new Open(loan.taken(), loan.due().plus(by)));
        }
    }

    void left(RunEvent.LoanLeft event) {
        left.put(event.step(), event);
    }

    /// Why a loan that is still open was not taken back when that was last asked for.
    public Optional<RunEvent.LoanLeft> left(StepId step) {
        return Optional.ofNullable(left.get(step))
                .filter(it -> open().stream().anyMatch(loan -> loan.step().equals(step)));
    }

    /// Was the loan of that place repaid after an event?
    boolean repaidSince(StepId step, HostName host, long sequence) {
        Recorded recorded = repaid.get(new Place(step, host));
        return recorded != null && recorded.sequence() > sequence;
    }

    /// How loans were repaid, the newest of each step and host.
    public List<RunEvent.LoanRepaid> repaid() {
        return repaid.values().stream()
                .map(recorded -> (RunEvent.LoanRepaid) recorded.event())
                .toList();
    }

    Optional<Captured> captured(StepId step, HostName host, CaptureTime when) {
        return Optional.ofNullable(captured.get(new Look(new Place(step, host), when)));
    }

    /// The value at a moment, as last captured.
    Optional<String> value(StepId step, HostName host, CaptureTime when) {
        return captured(step, host, when).flatMap(Captured::value);
    }

    boolean open(StepId step, HostName host) {
        return open.containsKey(new Place(step, host));
    }

    /// In the order in which they were taken.
    public List<OpenLoan> open() {
        return open.values().stream().map(this::loan).toList();
    }

    private OpenLoan loan(Open loan) {
        RunEvent.LoanTaken taken = (RunEvent.LoanTaken) loan.taken().event();
        return new OpenLoan(
                taken.step(),
                taken.host(),
                loan.taken().at(),
                loan.due(),
                taken.what(),
                taken.repay(),
                value(taken.step(), taken.host(), CaptureTime.ORIGINAL),
                value(taken.step(), taken.host(), CaptureTime.OURS));
    }
}
