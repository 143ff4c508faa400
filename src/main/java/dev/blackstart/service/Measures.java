package dev.blackstart.service;

import dev.blackstart.run.Mode;
import dev.blackstart.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The numbers of the service for Prometheus. All but the errors on the way to hosts come from the
/// journal, so that they survive a restart and count the runs of the command line, too.
public final class Measures {
    private static final String RUNBOOK = "runbook";

    private final Library library;
    private final RunIndex index;
    private final Register register;
    private final SshErrors errors;

    Measures(Library library, RunIndex index, Register register, SshErrors errors) {
        this.library = library;
        this.index = index;
        this.register = register;
        this.errors = errors;
    }

    /// Of the runbooks that the caller reaches.
    public String text(Caller caller, Instant now) {
        caller.must(Scope.VIEW);
        List<RunIndex.Told> told =
                index.told().stream()
                        .filter(it -> caller.grant().reaches(it.summary().runbook()))
                        .toList();
        Exposition text = new Exposition();
        runs(text, told);
        gates(text, told);
        lengths(text, told);
        exercises(text, told, caller, now);
        text.family("blackstart_runs_carried", "gauge", "Runs this process carries out.")
                .sample("blackstart_runs_carried", Map.of(), register.all().size());
        text.family(
                "blackstart_ssh_errors_total",
                "counter",
                "Errors on the way to hosts since the start.");
        errors.all()
                .forEach((kind, count) ->
                        text.sample("blackstart_ssh_errors_total", Map.of("kind", kind), count));
        return text.text();
    }

    private static void runs(Exposition text, List<RunIndex.Told> told) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (RunIndex.Told it : told) {
            RunSummary run = it.summary();
            String verdict = run.verdict().map(Verdict::word).orElse("open");
            counts.merge(List.of(run.runbook(), run.modeWord(), verdict), 1, Integer::sum);
        }
        text.family(
                "blackstart_runs",
                "gauge",
                "Runs in the journal by how they ended; open ones too.");
        counts.forEach((key, count) -> {
            Map<String, String> labels = new LinkedHashMap<>();
            labels.put(RUNBOOK, key.get(0));
            labels.put("mode", key.get(1));
            labels.put("verdict", key.get(2));
            text.sample("blackstart_runs", labels, count);
        });
    }

    private static void gates(Exposition text, List<RunIndex.Told> told) {
        Map<String, Integer> open = new TreeMap<>();
        told.stream()
                .map(RunIndex.Told::summary)
                .filter(run -> run.open() && run.gate().isPresent())
                .forEach(run -> open.merge(run.runbook(), 1, Integer::sum));
        text.family("blackstart_gates_open", "gauge", "Gates that wait for somebody.");
        open.forEach((runbook, count) ->
                text.sample("blackstart_gates_open", Map.of(RUNBOOK, runbook), count));
    }

    private static void lengths(Exposition text, List<RunIndex.Told> told) {
        String gates = "blackstart_gate_wait_seconds";
        text.family(gates, "histogram", "How long gates stood open.");
        byRunbook(told, Tally::waits)
                .forEach((runbook, all) -> text.histogram(gates, Map.of(RUNBOOK, runbook), all));
        String steps = "blackstart_step_duration_seconds";
        text.family(steps, "histogram", "How long steps took, their gates included.");
        byRunbook(told, Tally::steps)
                .forEach((runbook, all) -> text.histogram(steps, Map.of(RUNBOOK, runbook), all));
    }

    private static Map<String, List<Duration>> byRunbook(
            List<RunIndex.Told> told, Function<Tally, List<Duration>> what) {
        Map<String, List<Duration>> all = new TreeMap<>();
        told.forEach(it ->
                all.computeIfAbsent(it.summary().runbook(), runbook -> new ArrayList<>())
                        .addAll(what.apply(it.tally())));
        return all;
    }

    private void exercises(Exposition text, List<RunIndex.Told> told, Caller caller, Instant now) {
        List<String> runbooks = library.names().stream().filter(caller.grant()::reaches).toList();
        for (Mode mode : List.of(Mode.REHEARSAL, Mode.DRILL)) {
            String name =
                    "blackstart_last_" + mode.name().toLowerCase(Locale.ROOT) + "_age_seconds";
            text.family(
                    name,
                    "gauge",
                    "Since the newest one that went to its end; +Inf when there is none.");
            for (String runbook : runbooks) {
                Optional<Instant> newest = newest(told, runbook, mode);
                double age =
                        newest.map(at -> (double) Duration.between(at, now).toSeconds())
                                .orElse(Double.POSITIVE_INFINITY);
                text.sample(name, Map.of(RUNBOOK, runbook), age);
            }
        }
    }

    private static Optional<Instant> newest(List<RunIndex.Told> told, String runbook, Mode mode) {
        return told.stream()
                .map(RunIndex.Told::summary)
                .filter(run -> run.runbook().equals(runbook) && run.mode() == mode && !run.open())
                .map(RunSummary::opened)
                .findFirst();
    }
}
