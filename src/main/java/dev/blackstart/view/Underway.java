package dev.blackstart.view;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a run does right now, summed up over hosts: for the region of a terminal that is redrawn.
/// Belongs to one reader of one run.
public final class Underway {
    private final Map<StepId, Tally> checks = new LinkedHashMap<>();
    private final Map<StepId, Sendings> actions = new LinkedHashMap<>();

    private final Set<String> yesSayers = new HashSet<>();
    private Optional<Gate> gate = Optional.empty();
    private Optional<Inspected> inspected = Optional.empty();

    private record Inspected(StepId step, String words, Instant since) {}

    /// Folds one event in.
    public void saw(Recorded recorded) {
        Instant at = recorded.at();
        switch (recorded.event()) {
            case RunEvent.ObservationStarted it ->
                    checks.computeIfAbsent(it.step(), step -> new Tally()).started(it.host(), at);
            case RunEvent.Observed it -> observed(it);
            case RunEvent.Dispatched it -> sendings(it.action().step(), it.purpose(), at).sent(it);
            case RunEvent.Ended it ->
                    sendings(it.action().step(), it.purpose(), at)
                            .ended(it.action().host(), it.outcome());
            case RunEvent.ReceiptRead it ->
                    sendings(it.action().step(), it.purpose(), at)
                            .receipt(it.action().host(), it.word());
            case RunEvent.Resolved it -> resolved(it);
            case RunEvent.StepSettled it -> {
                checks.remove(it.step());
                actions.remove(it.step());
            }
            case RunEvent.GateOpened it -> gate = Optional.of(it.gate());
            case RunEvent.GateAnswered it -> answered(it);
            case RunEvent.GateVoided it -> gate = gate.filter(open -> !open.id().equals(it.gate()));
            case RunEvent.WaveProven it ->
                    then(
                            it.step(),
                            "wave %d %s"
                                    .formatted(
                                            it.number(),
                                            it.truth() == Truth.TRUE ? "proven" : "NOT PROVEN"));
            case RunEvent.WaveSoaked it -> then(it.step(), "being proven after the pause");
            case RunEvent.Sighted it -> sighted(it);
            case RunEvent.InspectionStarted it ->
                    inspected =
                            Optional.of(new Inspected(it.step(), "inspecting " + it.host(), at));
            case RunEvent.Inspected it -> inspected = Optional.empty();
            case RunEvent.IntentVoid it -> voided(it);
            case RunEvent.OfTakingUp it -> forget();
            case RunEvent.Closed it -> forget();
            case RunEvent.Paused it -> forget();
            case RunEvent.OfGates _, RunEvent.OfLoans _, RunEvent.OfWaves _ -> {}
            case RunEvent.HostExcluded it -> left(it);
            case RunEvent.OfMenu _, RunEvent.OfWheel _ -> {}
            case RunEvent.RunOpened _, RunEvent.NeedsChecked _, RunEvent.Called _ -> {}
            case RunEvent.WrittenAgain _ -> {}
            case RunEvent.Answered _, RunEvent.Established _, RunEvent.Sent _ -> {}
            case RunEvent.Rebooted _ -> {}
            case RunEvent.ArtifactChecked _, RunEvent.Fetched _, RunEvent.FileSeen _ -> {}
            case RunEvent.Verified _, RunEvent.Noted _, RunEvent.StopRequested _ -> {}
            case RunEvent.ClockJumped _, RunEvent.OfWork _ -> {}
        }
    }

    /// A look around leaves the gate open, and so does a yes that is not the last one.
    private void answered(RunEvent.GateAnswered event) {
        Optional<Gate> open = gate.filter(it -> it.id().equals(event.gate()));
        if (open.isEmpty() || open.get().inspects(event.choice())) {
            return;
        }
        yesSayers.add(event.gate() + " " + event.by());
        long sayers = yesSayers.stream().filter(it -> it.startsWith(event.gate() + " ")).count();
        if (!open.get().yes(event.choice()) || sayers >= open.get().people()) {
            gate = Optional.empty();
        }
    }

    private void voided(RunEvent.IntentVoid event) {
        Sendings sendings = actions.get(event.action().step());
        if (sendings != null && sendings.voided(event.action().host())) {
            actions.remove(event.action().step());
        }
    }

    private void sighted(RunEvent.Sighted event) {
        Sendings sendings = actions.get(event.action().step());
        if (sendings != null) {
            sendings.sighted(
                    event.action().host(),
                    event.answered()
                            ? "being proven"
                            : "waiting for " + event.action().host() + " to be back");
        }
    }

    private void resolved(RunEvent.Resolved event) {
        Sendings sendings = actions.get(event.action().step());
        if (sendings != null && sendings.purpose() == event.purpose()) {
            sendings.resolved(event.action().host(), event.outcome());
        }
    }

    private void left(RunEvent.HostExcluded event) {
        Sendings sendings = actions.get(event.step());
        if (sendings != null) {
            sendings.left(event.host());
        }
    }

    private void then(StepId step, String words) {
        Sendings sendings = actions.get(step);
        if (sendings != null) {
            sendings.then(words);
        }
    }

    private void forget() {
        gate = Optional.empty();
        inspected = Optional.empty();
        checks.clear();
        actions.clear();
    }

    private void observed(RunEvent.Observed event) {
        Tally tally = checks.get(event.step());
        if (tally != null) {
            tally.observed(event.host(), event.observation());
            if (tally.complete()) {
                checks.remove(event.step());
            }
        }
    }

    private Sendings sendings(StepId step, Purpose purpose, Instant at) {
        Sendings now = actions.get(step);
        if (now == null || now.purpose() != purpose) {
            now = new Sendings(purpose, at);
            actions.put(step, now);
        }
        return now;
    }

    /// @param rows most lines
    public List<String> lines(Instant now, int columns, int rows) {
        List<String> all = new ArrayList<>();
        Optional<String> waits = gate.map(it -> "gate " + it.id() + " is open");
        actions.forEach(
                (step, sendings) -> all.add(line(step, sendings.shown(now, columns, waits))));
        inspected.ifPresent(it ->
                all.add(
                        line(
                                it.step(),
                                it.words()
                                        + " · "
                                        + Elapsed.shown(Duration.between(it.since(), now)))));
        checks.forEach((step, tally) -> all.add(line(step, tally.progress(now, columns))));
        List<String> cut =
                all.size() <= rows ? all : new ArrayList<>(all.subList(0, Math.max(0, rows - 1)));
        if (cut.size() < all.size()) {
            cut.add("… and " + (all.size() - cut.size()) + " more");
        }
        return cut.stream().map(line -> Width.cut(line, columns)).toList();
    }

    private static String line(StepId step, String words) {
        return Width.pad(Escaped.line(step.value()), 16) + "  " + words;
    }
}
