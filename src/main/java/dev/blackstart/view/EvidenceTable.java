package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Evidence;
import dev.blackstart.run.License;
import dev.blackstart.run.Observation;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunFacts;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Sample;
import dev.blackstart.runbook.Step;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What is known of every finding on every host, how old it is and how it was obtained. Hosts that
/// gave no answer have a row too: silence is not health.
///
/// @param reasons why hosts gave no answer, where one line cannot say it
public record EvidenceTable(List<Row> rows, List<String> reasons) {
    static final String NO_ANSWER = "no answer: ";

    /// @param value the value, or `unknown: …`, `no answer: …`, `inadmissible: …`
    public record Row(String finding, String host, String value, Instant at, String how) {}

    public EvidenceTable {
        rows = List.copyOf(rows);
        reasons = List.copyOf(reasons);
    }

    public static EvidenceTable of(Runbook runbook, RunState state) {
        List<Row> rows = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Check check) {
                state.evidence()
                        .of(check.id())
                        .forEach((host, evidence) -> {
                            Optional<String> excluded = state.departures().exclusion(host);
                            rows.addAll(rows(check, host, evidence, excluded));
                            unshown(host, evidence.observation()).ifPresent(reasons::add);
                        });
            }
            if (step instanceof Step.Ask ask) {
                state.evidence()
                        .answerRecorded(ask.finding())
                        .ifPresent(recorded ->
                                state.evidence()
                                        .answer(ask.finding())
                                        .ifPresent(answer ->
                                                rows.add(
                                                        new Row(
                                                                ask.finding().value(),
                                                                "-",
                                                                answer.answer(),
                                                                recorded.at(),
                                                                "says " + answer.by()))));
            }
        }
        return new EvidenceTable(rows, List.copyOf(reasons));
    }

    /// With derived findings, each as old as the oldest thing it rests on.
    public static EvidenceTable of(Plan plan, RunState state, Instant now) {
        EvidenceTable told = of(plan.runbook(), state);
        List<Row> rows = new ArrayList<>(told.rows());
        RunFacts facts = new RunFacts(plan, state.evidence(), state, now);
        for (Step step : plan.runbook().steps()) {
            if (step instanceof Step.Derive derive) {
                facts.hosts(derive.finding())
                        .forEach(host -> derived(derive, host, facts, now).ifPresent(rows::add));
            }
        }
        return new EvidenceTable(inOrder(rows, facts.hosts()), told.reasons());
    }

    /// Findings as they come, the hosts of each as people count.
    private static List<Row> inOrder(List<Row> rows, List<HostName> hosts) {
        List<String> names = hosts.stream().sorted().map(HostName::value).toList();
        Map<String, List<Row>> byFinding = new LinkedHashMap<>();
        rows.forEach(
                row -> byFinding.computeIfAbsent(row.finding(), any -> new ArrayList<>()).add(row));
        byFinding
                .values()
                .forEach(of -> of.sort(Comparator.comparingInt(row -> names.indexOf(row.host()))));
        return byFinding.values().stream().flatMap(List::stream).toList();
    }

    private static Optional<Row> derived(
            Step.Derive derive, HostName host, RunFacts facts, Instant now) {
        String finding = derive.finding().value();
        return switch (facts.sample(derive.finding(), host)) {
            case Sample.Known known ->
                    Optional.of(
                            new Row(
                                    finding,
                                    host.value(),
                                    known.value().shown(),
                                    known.at(),
                                    known.how()));
            case Sample.Unknown unknown ->
                    unknown.at()
                            .filter(at -> at.isBefore(now))
                            .map(at ->
                                    new Row(
                                            finding,
                                            host.value(),
                                            "unknown: " + unknown.reason(),
                                            at,
                                            "derived"));
            case Sample.Inadmissible no ->
                    Optional.of(
                            new Row(
                                    finding,
                                    host.value(),
                                    "inadmissible: " + no.reason(),
                                    now,
                                    "derived"));
        };
    }

    /// A reason that its row has no room for.
    private static Optional<String> unshown(HostName host, Observation observation) {
        if (!(observation instanceof Observation.NoAnswer none)) {
            return Optional.empty();
        }
        if (LongReason.is(none.reason())) {
            return Optional.of(none.reason());
        }
        String value = NO_ANSWER + none.reason();
        return Escaped.line(value, CutValues.WIDEST).equals(Escaped.line(value))
                ? Optional.empty()
                : Optional.of(host + ": " + value);
    }

    /// @param excluded why the host's word counts no longer
    private static List<Row> rows(
            Step.Check check, HostName host, Evidence evidence, Optional<String> excluded) {
        String how = "check " + check.id();
        List<Row> rows = new ArrayList<>();
        for (FindingName finding : check.findings().keySet()) {
            String value =
                    excluded.map(why -> "inadmissible: " + why)
                            .orElseGet(() -> value(evidence.observation(), finding));
            rows.add(new Row(finding.value(), host.value(), value, evidence.at(), how));
        }
        return rows;
    }

    private static String value(Observation observation, FindingName finding) {
        return switch (observation) {
            case Observation.Seen seen -> seen(seen.findings(), finding);
            case Observation.NoAnswer none -> NO_ANSWER + none.reason();
            case Observation.NotAdmissible not -> "inadmissible: " + not.reason();
        };
    }

    private static String seen(Map<FindingName, Reading> findings, FindingName finding) {
        var reading = findings.get(finding);
        return reading == null ? "unknown: not measured" : EventLine.of(reading);
    }

    /// With the age of each value.
    public List<String> lines(Instant now, int columns) {
        return lines("AGE", at -> Elapsed.ago(at, now), columns);
    }

    /// What does not license an action.
    EvidenceTable without(List<License> licenses) {
        Set<List<String>> told = new HashSet<>();
        licenses.forEach(it -> told.add(List.of(it.finding().value(), it.host().value())));
        return new EvidenceTable(
                rows.stream()
                        .filter(row -> !told.contains(List.of(row.finding(), row.host())))
                        .toList(),
                reasons);
    }

    /// Hosts that say the same share a line, with the age of the oldest word.
    List<String> together(When when, int columns) {
        List<String> lines = new ArrayList<>(Known.together(words(), when, columns));
        lines.addAll(CutValues.lines(words(), columns));
        return lines;
    }

    private List<Known.Word> words() {
        return rows.stream()
                .map(row ->
                        new Known.Word(row.finding(), row.host(), row.value(), row.at(), row.how()))
                .toList();
    }

    /// With the time of each value, in UTC: for a run that is closed, and where it stays: ages
    /// would say nothing.
    public List<String> lines(int columns) {
        return lines("AT", at -> at.truncatedTo(ChronoUnit.SECONDS).toString(), columns);
    }

    private List<String> lines(String when, Function<Instant, String> said, int columns) {
        TextTable table = new TextTable("FINDING", "HOST", "VALUE", when, "HOW");
        for (Row row : rows) {
            table.row(
                    row.finding(),
                    row.host(),
                    Escaped.line(row.value(), CutValues.WIDEST),
                    said.apply(row.at()),
                    row.how());
        }
        if (table.empty()) {
            return List.of("No check has been answered yet.");
        }
        List<String> lines = new ArrayList<>(table.lines(columns));
        lines.addAll(CutValues.lines(words(), columns));
        reasons.forEach(reason -> lines.addAll(new LongReason(reason).lines(columns)));
        return List.copyOf(lines);
    }

    public Json json() {
        return Json.array(
                rows,
                row ->
                        Json.object()
                                .with("finding", row.finding())
                                .with("host", row.host())
                                .with("value", row.value())
                                .with("at", row.at().toString())
                                .with("how", row.how()));
    }
}
