package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.FileState;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Printed;
import dev.blackstart.run.ReceiptWord;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Weighed;
import dev.blackstart.runbook.AlikeReasons;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// The plain log of a run: what each event adds, in order. A check over few hosts gets a line a
/// host; over many hosts the good answers are counted and only the others are named. Belongs to one
/// reader of one run.
public final class ProgressLines {
    /// A check over more hosts than this is summed up.
    public static final int FEW = 6;

    /// Sums every check up: for a terminal that shows the hosts while they answer.
    public static final int NONE = 0;

    private final Runbook runbook;
    private final ZoneId zone;
    private final IntSupplier width;
    private final int few;
    private int columns;
    private final ToldReasons told = new ToldReasons();
    private final Set<StepId> settledCalls = new HashSet<>();
    private final Map<StepId, Tally> tallies = new HashMap<>();
    private final Map<ActionKey, Boolean> sighted = new HashMap<>();
    private final Map<ActionKey, ReceiptWord> receipts = new HashMap<>();

    public ProgressLines(Runbook runbook, ZoneId zone, int columns) {
        this(runbook, zone, () -> columns, FEW);
    }

    /// @param width asked before each event: a terminal may change it
    /// @param few a check over more hosts than this is summed up
    public ProgressLines(Runbook runbook, ZoneId zone, IntSupplier width, int few) {
        this.runbook = runbook;
        this.zone = zone;
        this.width = width;
        this.few = few;
        this.columns = width.getAsInt();
    }

    public List<String> of(Happening happening) {
        Optional<Weighed> weighed = happening.weighed();
        if (weighed.isPresent()
                && happening.recorded().event() instanceof RunEvent.Established it) {
            columns = width.getAsInt();
            return new VerdictLines(columns).of(runbook, told.brief(it), told.brief(weighed.get()));
        }
        if (happening.recorded().event() instanceof RunEvent.Closed it) {
            columns = width.getAsInt();
            return new ClosingLines(columns).of(told.brief(it), happening.mode(), happening.left());
        }
        return of(happening.recorded(), happening.mode());
    }

    /// @param mode that of the run
    public List<String> of(Recorded recorded, Mode mode) {
        columns = width.getAsInt();
        return switch (recorded.event()) {
            case RunEvent.RunOpened it ->
                    new OpeningLines(columns).of(it, runbook.parameters().keySet());
            case RunEvent.OfTakingUp it -> log(recorded, "run", TakingUpLine.of(it));
            case RunEvent.NeedsChecked it -> needs(recorded, it);
            case RunEvent.Called it ->
                    log(recorded, it.step().value(), "the runbook " + it.runbook() + " comes next");
            case RunEvent.ObservationStarted it -> started(recorded, it);
            case RunEvent.Observed it -> observed(recorded, it);
            case RunEvent.Answered it ->
                    log(
                            recorded,
                            it.step().value(),
                            it.finding() + "=" + it.answer() + " says " + it.by());
            case RunEvent.Established it -> new VerdictLines(columns).of(runbook, told.brief(it));
            case RunEvent.GateOpened it -> List.of();
            case RunEvent.Rehearsed it ->
                    new GateScreen(it.gate(), recorded.at(), zone, columns, Integer.MAX_VALUE)
                            .rehearsed();
            case RunEvent.GateAnswered it -> log(recorded, "gate " + it.gate(), EventLine.of(it));
            case RunEvent.GateVoided it ->
                    log(recorded, "gate " + it.gate(), "CLOSED: " + it.reason());
            case RunEvent.GlassReviewed it -> log(recorded, "gate " + it.gate(), EventLine.of(it));
            case RunEvent.Dispatched it -> at(recorded, LogLine.of(it.action(), EventLine.of(it)));
            case RunEvent.Sent it -> List.of();
            case RunEvent.Ended it -> ended(recorded, it);
            case RunEvent.Resolved it ->
                    printing(
                            at(recorded, LogLine.of(it.action(), EventLine.of(it))),
                            it.outcome(),
                            it.output().orElse(Printed.NOTHING));
            case RunEvent.ReceiptRead it -> receipt(recorded, it);
            case RunEvent.AtWork it -> at(recorded, LogLine.of(it.action(), EventLine.of(it)));
            case RunEvent.StopTold it -> at(recorded, LogLine.of(it.action(), EventLine.of(it)));
            case RunEvent.ArtifactChecked it ->
                    at(recorded, LogLine.of(it.action(), EventLine.of(it)));
            case RunEvent.Fetched it -> at(recorded, LogLine.of(it.action(), EventLine.of(it)));
            case RunEvent.OfLoans it -> loan(recorded, it);
            case RunEvent.OfWaves it -> wave(recorded, it);
            case RunEvent.Sighted it -> sighted(recorded, it);
            case RunEvent.Rebooted it ->
                    at(recorded, new LogLine("host", it.host().value(), EventLine.of(it)));
            case RunEvent.FileSeen it -> fileSeen(recorded, it);
            case RunEvent.Verified it -> verified(recorded, it);
            case RunEvent.StepSettled it -> settled(recorded, told.brief(it));
            case RunEvent.OfWheel it -> wheel(recorded, it);
            case RunEvent.OfMenu it -> menu(recorded, it);
            case RunEvent.IntentVoid it -> at(recorded, LogLine.of(it.action(), DuressLine.of(it)));
            case RunEvent.WrittenAgain it -> log(recorded, "journal", DuressLine.of(it, zone));
            case RunEvent.ClockJumped it -> log(recorded, "clock", ClockLine.of(it));
            case RunEvent.Noted it -> log(recorded, "note", it.text());
            case RunEvent.Paused it -> log(recorded, "run", EventLine.of(it));
            case RunEvent.StopRequested it ->
                    log(recorded, "run", "STOP asked by " + it.by() + ": " + it.reason());
            case RunEvent.Closed it ->
                    new ClosingLines(columns).of(told.brief(it), mode, List.of());
        };
    }

    private List<String> loan(Recorded recorded, RunEvent.OfLoans said) {
        return switch (said) {
            case RunEvent.Captured it ->
                    at(
                            recorded,
                            new LogLine(it.step().value(), it.host().value(), LoanLine.of(it)));
            case RunEvent.LoanTaken it ->
                    at(
                            recorded,
                            new LogLine(it.step().value(), it.host().value(), LoanLine.of(it)));
            case RunEvent.LoanRepaid it ->
                    at(
                            recorded,
                            new LogLine(it.step().value(), it.host().value(), LoanLine.of(it)));
            case RunEvent.LoanLeft it -> log(recorded, it.step().value(), LoanLine.of(it));
            case RunEvent.GuardAnswered it ->
                    at(recorded, LogLine.of(it.action(), LoanLine.of(it)));
            case RunEvent.Reopened it ->
                    log(recorded, "run", "opened again by " + it.by() + " to repay its loans");
        };
    }

    private List<String> wave(Recorded recorded, RunEvent.OfWaves said) {
        return switch (said) {
            case RunEvent.WaveBegun it ->
                    log(recorded, it.step().value(), WaveLines.of(it, 4 * columns));
            case RunEvent.WaveProven it -> log(recorded, it.step().value(), WaveLines.of(it));
            case RunEvent.WaveSoaked it -> log(recorded, it.step().value(), WaveLines.of(it));
        };
    }

    private List<String> wheel(Recorded recorded, RunEvent.OfWheel said) {
        return switch (said) {
            case RunEvent.WheelOffered it ->
                    log(
                            recorded,
                            "gates",
                            "%s offers them to %s, who takes them with blackstart hand-over --accept"
                                    .formatted(it.from(), it.to()));
            case RunEvent.WheelDeclined it -> log(recorded, "gates", it.by() + " declined them");
            case RunEvent.WheelTaken it ->
                    log(recorded, "gates", "answered by " + it.by() + " from now on");
        };
    }

    private List<String> menu(Recorded recorded, RunEvent.OfMenu said) {
        return switch (said) {
            case RunEvent.HostSkipped it ->
                    at(recorded, about(it.step(), it.host(), DepartureLines.of(it)));
            case RunEvent.HostExcluded it ->
                    at(recorded, about(it.step(), it.host(), DepartureLines.of(it)));
            case RunEvent.Amended it ->
                    at(recorded, LogLine.of(it.action(), DepartureLines.of(it)));
            case RunEvent.InspectionStarted it ->
                    at(recorded, about(it.step(), it.host(), DepartureLines.of(it)));
            case RunEvent.Inspected it -> inspected(recorded, it);
        };
    }

    private List<String> at(Recorded recorded, LogLine line) {
        return line.at(recorded, zone, columns);
    }

    private List<String> log(Recorded recorded, String what, String word) {
        return at(recorded, new LogLine(what, "", word));
    }

    /// A long reason stands once at full width below its first line; later lines point to it.
    private List<String> because(Recorded recorded, LogLine line, String reason) {
        if (!LongReason.is(reason)) {
            return at(recorded, line.with(line.word() + ": " + reason));
        }
        boolean first = told.tell(reason);
        String where = first ? "; why stands below" : "; why stands above";
        List<String> lines = new ArrayList<>(at(recorded, line.with(line.word() + where)));
        if (first) {
            lines.addAll(new LongReason(reason).lines(columns));
        }
        return List.copyOf(lines);
    }

    /// Only what is missing or could not be asked is worth a line.
    private List<String> needs(Recorded recorded, RunEvent.NeedsChecked event) {
        LogLine line =
                new LogLine(
                        event.step().value(),
                        event.host().value(),
                        "LACKS " + String.join(", ", event.missing()));
        if (!event.missing().isEmpty()) {
            return at(recorded, line);
        }
        return event.reason()
                .map(reason -> because(recorded, line.with("its needs could not be asked"), reason))
                .orElse(List.of());
    }

    /// A host that is away on purpose is looked for often; only what is new is worth a line.
    private List<String> sighted(Recorded recorded, RunEvent.Sighted event) {
        String word = event.answered() ? "answers" : "away, as expected: " + event.reason();
        Boolean before = sighted.put(event.action(), event.answered());
        return before != null && before == event.answered()
                ? List.of()
                : at(recorded, LogLine.of(event.action(), word));
    }

    /// A receipt may be asked for often; only what is new is worth a line.
    private List<String> receipt(Recorded recorded, RunEvent.ReceiptRead event) {
        ReceiptWord before = receipts.put(event.action(), event.word());
        boolean told =
                event.word() == before
                        && (event.word() == ReceiptWord.RUNNING
                                || event.word() == ReceiptWord.NO_ANSWER);
        String word =
                switch (event.word()) {
                    case RUNNING -> event.answer();
                    case NO_ANSWER -> "no receipt yet, asking again: " + event.answer();
                    case LOST_BY_REBOOT, UNDECIDED -> "the host's receipt: " + event.answer();
                };
        return told ? List.of() : at(recorded, LogLine.of(event.action(), word));
    }

    private Optional<String> expected(RunEvent.Ended event) {
        return event.outcome() instanceof Outcome.Unknown
                ? runbook.step(event.action().step())
                        .filter(Step.Acting.class::isInstance)
                        .flatMap(step -> ((Step.Acting) step).execution().expects())
                        .map(expects ->
                                "out of sight, as expected; it must be back within "
                                        + Elapsed.shown(expects.patience()))
                : Optional.empty();
    }

    /// What is there is shown in the gate; here only what stands in the way of it.
    private List<String> fileSeen(Recorded recorded, RunEvent.FileSeen event) {
        LogLine line = new LogLine(event.step().value(), event.host().value(), event.path());
        return switch (event.state()) {
            case FileState.Absent it -> List.of();
            case FileState.Present it -> List.of();
            case FileState.Unusable it -> because(recorded, line, it.reason());
            case FileState.Unknown it -> because(recorded, line, it.reason());
        };
    }

    private List<String> started(Recorded recorded, RunEvent.ObservationStarted event) {
        tallies.computeIfAbsent(event.step(), step -> new Tally())
                .started(event.host(), recorded.at());
        return List.of();
    }

    private List<String> observed(Recorded recorded, RunEvent.Observed event) {
        Tally tally = tallies.computeIfAbsent(event.step(), step -> new Tally());
        tally.observed(event.host(), event.observation());
        List<String> lines = new ArrayList<>();
        String step = event.step().value();
        LogLine line = new LogLine(step, event.host().value(), EventLine.of(event.observation()));
        if (event.observation() instanceof Observation.NoAnswer none) {
            if (tally.asked() > FEW) {
                tally.hold(event.host(), none.reason());
            } else {
                lines.addAll(because(recorded, line.with(SilentHosts.WORD), none.reason()));
            }
        } else if (tally.asked() <= few || !good(event.observation())) {
            lines.addAll(at(recorded, line));
        }
        if (tally.complete()) {
            tallies.remove(event.step());
            List<AlikeReasons> silence = tally.silence();
            for (AlikeReasons alike : silence) {
                SilentHosts silent = new SilentHosts(step, alike, tally.asked());
                lines.addAll(because(recorded, silent.line(), silent.reason()));
            }
            lines.addAll(summed(recorded, step, tally, silence));
        }
        return List.copyOf(lines);
    }

    private List<String> summed(
            Recorded recorded, String step, Tally tally, List<AlikeReasons> silence) {
        if (silence.size() == 1 && silence.getFirst().hosts().size() == tally.asked()) {
            return List.of(); // that line has said it
        }
        if (few == NONE) {
            return log(recorded, step, tally.said(columns));
        }
        return tally.asked() > few
                ? at(recorded, new LogLine(step, tally.asked() + " hosts", tally.shown(columns)))
                : List.of();
    }

    /// What follows says the same again when it is good.
    private List<String> verified(Recorded recorded, RunEvent.Verified event) {
        return few == NONE && event.truth() == Truth.TRUE
                ? List.of()
                : log(recorded, event.step().value(), EventLine.of(event));
    }

    private static boolean good(Observation observation) {
        return observation instanceof Observation.Seen seen && !seen.timedOut();
    }

    private List<String> ended(Recorded recorded, RunEvent.Ended event) {
        Optional<String> expected = expected(event);
        if (expected.isPresent()) {
            return at(recorded, LogLine.of(event.action(), expected.get()));
        }
        LogLine line = LogLine.of(event.action(), EventLine.of(event.outcome()));
        List<String> lines =
                event.outcome() instanceof Outcome.Unreachable it
                        ? because(recorded, line.with(EventLine.of(it.by())), it.reason())
                        : at(recorded, line);
        return printing(lines, event.outcome(), new Printed(event.stdout(), event.stderr()));
    }

    private List<String> printing(List<String> lines, Outcome outcome, Printed printed) {
        return new OutputLines(columns, 6, "blackstart report shows all")
                .below(lines, outcome, printed);
    }

    private static LogLine about(StepId step, HostName host, String word) {
        return new LogLine(step.value(), host.value(), word);
    }

    private List<String> inspected(Recorded recorded, RunEvent.Inspected event) {
        List<String> lines =
                new ArrayList<>(
                        at(
                                recorded,
                                about(
                                        event.step(),
                                        event.host(),
                                        InspectionLines.headline(event))));
        lines.addAll(new InspectionLines(columns).output(event));
        return List.copyOf(lines);
    }

    private List<String> settled(Recorded recorded, RunEvent.StepSettled event) {
        boolean goneWithItsCall = event.step().call().filter(settledCalls::contains).isPresent();
        Optional<Step.Call> call =
                runbook.step(event.step())
                        .filter(Step.Call.class::isInstance)
                        .map(Step.Call.class::cast);
        call.ifPresent(it -> settledCalls.add(it.id()));
        if (goneWithItsCall) {
            return List.of();
        }
        if (event.outcome().refused() && call.isEmpty()) {
            return new RefusalLines(columns).of(runbook, event);
        }
        return few == NONE && event.outcome() == StepOutcome.SUCCEEDED && looks(event.step())
                ? List.of()
                : log(recorded, event.step().value(), EventLine.of(event));
    }

    /// Is it a step whose findings have been shown?
    private boolean looks(StepId id) {
        return runbook.step(id)
                .filter(step -> step instanceof Step.Check || step instanceof Step.Derive)
                .isPresent();
    }
}
