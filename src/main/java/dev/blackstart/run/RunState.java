package dev.blackstart.run;

import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All events of a run folded into what is known now. Not thread-safe: whoever folds owns it.
public final class RunState {
    private final EvidenceBook evidence = new EvidenceBook();
    private final ActionBook actions = new ActionBook();
    private final WorkBook work = new WorkBook();
    private final LoanBook loans = new LoanBook();
    private final Map<ActionKey, Recorded> guards = new HashMap<>();
    private final Wheel wheel = new Wheel();
    private final GateBook gates = new GateBook();
    private final WaveBook waves = new WaveBook();
    private final Map<StepId, RunEvent.StepSettled> settled = new LinkedHashMap<>();
    private final Map<HypothesisName, Recorded> established = new LinkedHashMap<>();
    private final Map<HypothesisName, EvidenceBook> establishedOn = new HashMap<>();
    private final Map<StepId, Recorded> verified = new HashMap<>();
    private final FileBook files = new FileBook();
    private final Set<StepId> called = new HashSet<>();
    private final Map<ActionKey, Recorded> sighted = new HashMap<>();
    private final List<RunEvent.NeedsChecked> needs = new ArrayList<>();
    private final List<Gate> rehearsed = new ArrayList<>();
    private final TakingUps takingUps = new TakingUps();
    private final Departures departures = new Departures();
    private final Amendments amendments = new Amendments();
    private final Inspections inspections = new Inspections();
    private final List<String> notes = new ArrayList<>();
    private Optional<RunEvent.RunOpened> opened = Optional.empty();
    private Optional<Recorded> stop = Optional.empty();
    private Optional<RunEvent.Paused> paused = Optional.empty();
    private Optional<RunEvent.Closed> closed = Optional.empty();
    private Optional<RunEvent.Closed> firstClosed = Optional.empty();
    private Optional<Recorded> reopened = Optional.empty();
    private Optional<Recorded> last = Optional.empty();
    private Optional<Instant> openedAt = Optional.empty();
    private long lastTurn;
    private Optional<Instant> lastSettledAt = Optional.empty();

    /// All of it by the clock as it is at the end. Who applies events one by one folds again after
    /// a `ClockJumped`.
    public static RunState fold(List<Recorded> events) {
        RunState state = new RunState();
        ClockFrames.last(events).forEach(state::apply);
        return state;
    }

    public void apply(Recorded recorded) {
        last = Optional.of(recorded);
        if (turning(recorded.event())) {
            lastTurn = recorded.sequence();
        }
        switch (recorded.event()) {
            case RunEvent.RunOpened event -> {
                opened = Optional.of(event);
                takingUps.opened(event);
                wheel.begins(event.by(), recorded.at());
                openedAt = Optional.of(recorded.at());
            }
            case RunEvent.OfTakingUp event -> takenUp(recorded, event);
            case RunEvent.NeedsChecked event -> needs.add(event);
            case RunEvent.Called event -> called.add(event.step());
            case RunEvent.ObservationStarted event -> evidence.started(event.step(), event.host());
            case RunEvent.Observed event -> evidence.observed(recorded, event);
            case RunEvent.Answered event -> evidence.answered(recorded, event);
            case RunEvent.Established event -> {
                established.put(event.hypothesis(), recorded);
                establishedOn.put(event.hypothesis(), evidence.copy());
            }
            case RunEvent.OfGates event -> gate(recorded, event);
            case RunEvent.Dispatched event -> actions.dispatched(recorded, event, evidence);
            case RunEvent.Sent event -> sent(recorded, event);
            case RunEvent.Ended event -> actions.ended(recorded, event);
            case RunEvent.Resolved event -> actions.resolved(recorded, event);
            case RunEvent.ReceiptRead event -> actions.receiptRead(recorded, event);
            case RunEvent.OfWork event -> work.said(recorded, event);
            case RunEvent.ArtifactChecked event -> files.checked(recorded, event);
            case RunEvent.Fetched event -> files.fetched(recorded, event);
            case RunEvent.OfLoans event -> loan(recorded, event);
            case RunEvent.OfWaves event -> wave(recorded, event);
            case RunEvent.Sighted event -> sighted(recorded, event);
            case RunEvent.Rebooted event -> evidence.told(recorded);
            case RunEvent.FileSeen event -> files.seen(recorded, event);
            case RunEvent.Verified event -> verified.put(event.step(), recorded);
            case RunEvent.StepSettled event -> {
                settled.put(event.step(), event);
                lastSettledAt = Optional.of(recorded.at());
            }
            case RunEvent.OfWheel event -> wheel(recorded, event);
            case RunEvent.OfDuress event -> actions.duress(event);
            case RunEvent.OfMenu event -> menu(recorded, event);
            case RunEvent.ClockJumped event -> clockJumped(event);
            case RunEvent.Noted event -> notes.add(event.text());
            case RunEvent.Paused event -> paused = Optional.of(event);
            case RunEvent.StopRequested event -> stop = Optional.of(recorded);
            case RunEvent.Closed event -> {
                closed = Optional.of(event);
                firstClosed = firstClosed.or(() -> closed);
            }
        }
    }

    private void clockJumped(RunEvent.ClockJumped event) {
        ClockMove.apply(event.by(), gates, loans);
        actions.clockJumped(event.by());
    }

    private void sent(Recorded recorded, RunEvent.Sent event) {
        actions.sent(event, recorded.at());
        event.bootId().ifPresent(boot -> evidence.booted(event.action().host(), boot));
    }

    private void sighted(Recorded recorded, RunEvent.Sighted event) {
        sighted.put(event.action(), recorded);
        event.bootId().ifPresent(boot -> evidence.booted(event.action().host(), boot));
    }

    private void takenUp(Recorded recorded, RunEvent.OfTakingUp said) {
        switch (said) {
            case RunEvent.RunResumed event -> {
                resumed(recorded);
                if (firstClosed.isEmpty()) {
                    takingUps.reconciled();
                    departures.restored();
                }
                wheel.begins(event.by(), recorded.at());
            }
            case RunEvent.ReconcileBegun event -> {
                openAgain(recorded);
                takingUps.reconciling(recorded);
                wheel.begins(event.by(), recorded.at());
            }
            case RunEvent.RunbookAmended event -> {
                takingUps.amended(recorded, event);
                gates.voidAllInForce();
                event.steps().forEach(step -> amendments.replaced(step, recorded.sequence()));
                event.steps().forEach(evidence::forget);
            }
        }
    }

    private void gate(Recorded recorded, RunEvent.OfGates said) {
        switch (said) {
            case RunEvent.GateOpened event -> {
                gates.opened(event.gate());
                work.opened(event.gate(), actions);
            }
            case RunEvent.Rehearsed event -> rehearsed.add(event.gate());
            case RunEvent.GateAnswered event -> gates.answered(recorded, event);
            case RunEvent.GlassReviewed event -> gates.glass().reviewed(event);
            case RunEvent.GateVoided event -> gates.voided(recorded, event);
        }
    }

    private void loan(Recorded recorded, RunEvent.OfLoans said) {
        switch (said) {
            case RunEvent.Captured event -> loans.captured(recorded, event);
            case RunEvent.LoanTaken event -> loans.taken(recorded, event);
            case RunEvent.LoanRepaid event -> loans.repaid(recorded, event);
            case RunEvent.LoanLeft event -> loans.left(event);
            case RunEvent.GuardAnswered event -> guards.put(event.action(), recorded);
            case RunEvent.Reopened event -> reopened(recorded, event.by());
        }
    }

    private void wave(Recorded recorded, RunEvent.OfWaves said) {
        switch (said) {
            case RunEvent.WaveBegun event -> waves.begun(recorded, event);
            case RunEvent.WaveProven event -> waves.proven(recorded, event);
            case RunEvent.WaveSoaked event -> waves.soaked(recorded, event);
        }
    }

    private void wheel(Recorded recorded, RunEvent.OfWheel said) {
        switch (said) {
            case RunEvent.WheelOffered event -> wheel.offered(event);
            case RunEvent.WheelDeclined event -> wheel.declined();
            case RunEvent.WheelTaken event -> wheel.taken(event.by(), recorded.at());
        }
    }

    private void menu(Recorded recorded, RunEvent.OfMenu said) {
        switch (said) {
            case RunEvent.HostSkipped event -> departures.skipped(recorded, event);
            case RunEvent.HostExcluded event -> departures.excluded(recorded, event);
            case RunEvent.Amended event -> amendments.amended(recorded, event);
            case RunEvent.InspectionStarted event -> inspections.started(recorded, event);
            case RunEvent.Inspected event -> inspections.ended(recorded, event);
        }
    }

    private static boolean turning(RunEvent event) {
        return event instanceof RunEvent.StepSettled
                || event instanceof RunEvent.GateAnswered
                || event instanceof RunEvent.GateVoided
                || event instanceof RunEvent.Reopened
                || event instanceof RunEvent.ReconcileBegun
                || event instanceof RunEvent.RunResumed;
    }

    private void resumed(Recorded recorded) {
        takingUps.taken(recorded);
        evidence.forgetUnderWay();
        actions.loseSightOfAll(recorded);
        gates.takenUp();
        work.takenUp();
        inspections.loseSightOfAll(recorded);
        paused = Optional.empty();
    }

    /// Repaying goes by what is true now: no approval and no wish to stop from then counts, and
    /// whoever repays answers the gates.
    private void reopened(Recorded recorded, Person by) {
        openAgain(recorded);
        wheel.begins(by, recorded.at());
        reopened = Optional.of(recorded);
        takingUps.reconciled();
    }

    private void openAgain(Recorded recorded) {
        resumed(recorded);
        departures.lifted();
        stop = Optional.empty();
        closed = Optional.empty();
    }

    public EvidenceBook evidence() {
        return evidence;
    }

    public ActionBook actions() {
        return actions;
    }

    /// What hosts said of actions at work.
    public WorkBook work() {
        return work;
    }

    public LoanBook loans() {
        return loans;
    }

    /// The newest word of a host on the guard of an action; the event is a `GuardAnswered`.
    public Optional<Recorded> guard(ActionKey action) {
        return Optional.ofNullable(guards.get(action));
    }

    /// The event is a `Reopened`.
    public Optional<Recorded> reopened() {
        return reopened;
    }

    /// How processes took it up one after the other.
    public TakingUps takingUps() {
        return takingUps;
    }

    /// How the run itself ended, whatever was repaid since.
    Optional<RunEvent.Closed> firstClosed() {
        return firstClosed;
    }

    public GateBook gates() {
        return gates;
    }

    /// Who answers the gates.
    public Wheel wheel() {
        return wheel;
    }

    public WaveBook waves() {
        return waves;
    }

    public Departures departures() {
        return departures;
    }

    public Amendments amendments() {
        return amendments;
    }

    public Inspections inspections() {
        return inspections;
    }

    public Optional<RunEvent.StepSettled> settled(StepId step) {
        return Optional.ofNullable(settled.get(step));
    }

    /// In the order in which they settled.
    public Map<StepId, RunEvent.StepSettled> settled() {
        return Collections.unmodifiableMap(settled);
    }

    /// Is what came from these calls in play: was each of them entered?
    public boolean entered(Optional<StepId> call) {
        return call.isEmpty() || called.contains(call.get()) && entered(call.get().call());
    }

    public Optional<Instant> lastSettledAt() {
        return lastSettledAt;
    }

    /// The newest recorded verdict of a hypothesis; the event is an `Established`.
    public Optional<Recorded> established(HypothesisName hypothesis) {
        return Optional.ofNullable(established.get(hypothesis));
    }

    /// The evidence as it was when the verdict of a hypothesis was recorded.
    public Optional<EvidenceBook> establishedOn(HypothesisName hypothesis) {
        return Optional.ofNullable(establishedOn.get(hypothesis));
    }

    /// The gates a rehearsal came to.
    public List<Gate> rehearsed() {
        return Collections.unmodifiableList(rehearsed);
    }

    /// The newest verification of a step; the event is a `Verified`.
    public Optional<Recorded> verified(StepId step) {
        return Optional.ofNullable(verified.get(step));
    }

    public FileBook files() {
        return files;
    }

    /// The newest look for a host that an action was to take away; the event is a `Sighted`.
    public Optional<Recorded> sighted(ActionKey action) {
        return Optional.ofNullable(sighted.get(action));
    }

    /// What a rehearsal found of the things steps need on their hosts.
    public List<RunEvent.NeedsChecked> needs() {
        return Collections.unmodifiableList(needs);
    }

    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    public Optional<RunEvent.RunOpened> opened() {
        return opened;
    }

    public Optional<Instant> openedAt() {
        return openedAt;
    }

    public Optional<RunEvent.StopRequested> stop() {
        return stop.map(it -> (RunEvent.StopRequested) it.event());
    }

    Optional<Instant> stopAt() {
        return stop.map(Recorded::at);
    }

    public Optional<RunEvent.Paused> paused() {
        return paused;
    }

    public Optional<RunEvent.Closed> closed() {
        return closed;
    }

    /// The newest event; its sequence is the head of the journal.
    public Optional<Recorded> last() {
        return last;
    }

    /// Sequence of the last event after which the conductor looks at something new: a step settled,
    /// a gate was answered or lost its force, the run was taken up again. Evidence taken since
    /// serves what is looked at now, however long all of it takes.
    long lastTurn() {
        return lastTurn;
    }

    public long sequence() {
        return last.map(Recorded::sequence).orElse(0L);
    }
}
