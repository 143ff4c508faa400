package dev.blackstart.view;

import dev.blackstart.run.Mode;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The open loans of all runs but drills, whose worlds are gone; what is due first stands first.
public record LoanTable(List<Row> rows) {
    public record Row(RunId run, String runbook, OpenLoan loan) {}

    public LoanTable {
        rows = rows.stream().sorted(Comparator.comparing(row -> row.loan().due())).toList();
    }

    public static LoanTable of(List<RunState> states) {
        List<Row> rows = new ArrayList<>();
        for (RunState state : states) {
            state.opened()
                    .filter(opened -> opened.mode() != Mode.DRILL)
                    .ifPresent(opened -> rows(opened, state, rows));
        }
        return new LoanTable(rows);
    }

    private static void rows(RunEvent.RunOpened opened, RunState state, List<Row> rows) {
        state.loans()
                .open()
                .forEach(loan -> rows.add(new Row(opened.run(), opened.runbook(), loan)));
    }

    public List<String> lines(Instant now, int columns) {
        TextTable table = new TextTable("RUN", "STEP", "HOST", "DUE", "TAKEN", "WHAT");
        for (Row row : rows) {
            table.row(
                    row.run().value(),
                    row.loan().step().value(),
                    row.loan().host().value(),
                    due(row.loan(), now),
                    Elapsed.ago(row.loan().takenAt(), now),
                    Escaped.line(row.loan().what(), 60));
        }
        if (table.empty()) {
            return List.of("No loan is open.");
        }
        List<String> lines = new ArrayList<>(table.lines(columns));
        lines.add("");
        repayments().forEach(line -> lines.addAll(Wrapped.lines(line, columns)));
        lines.addAll(
                Wrapped.lines(
                        "blackstart loans repay RUN [STEP] looks, asks and takes it back.",
                        columns));
        return List.copyOf(lines);
    }

    /// How each step is taken back, as it is for its first host.
    private List<String> repayments() {
        Map<String, List<OpenLoan>> steps = new LinkedHashMap<>();
        rows.forEach(row ->
                steps.computeIfAbsent(row.run() + " " + row.loan().step(), it -> new ArrayList<>())
                        .add(row.loan()));
        return steps.values().stream().map(LoanTable::repayment).distinct().toList();
    }

    private static String repayment(List<OpenLoan> loans) {
        OpenLoan first = loans.getFirst();
        boolean same = loans.stream().allMatch(loan -> loan.repay().equals(first.repay()));
        return "%s: taken back with %s%s"
                .formatted(
                        first.step(),
                        Escaped.line(first.repay(), 200),
                        same
                                ? ""
                                : " on %s (and on %d more, likewise)"
                                        .formatted(first.host(), loans.size() - 1));
    }

    private static String due(OpenLoan loan, Instant now) {
        return loan.overdue(now)
                ? "OVERDUE by " + Elapsed.shown(Duration.between(loan.due(), now))
                : "in " + Elapsed.shown(Duration.between(now, loan.due()));
    }

    /// Another list, with one line below it when something is owed.
    public List<String> below(List<String> lines, Instant now) {
        List<String> all = new ArrayList<>(lines);
        sentence(now).ifPresent(all::add);
        return List.copyOf(all);
    }

    private Optional<String> sentence(Instant now) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        long overdue = rows.stream().filter(row -> row.loan().overdue(now)).count();
        return Optional.of(
                "%d %s open, %s; blackstart loans shows %s."
                        .formatted(
                                rows.size(),
                                rows.size() == 1 ? "loan is" : "loans are",
                                overdue == 0 ? "none OVERDUE" : overdue + " OVERDUE",
                                rows.size() == 1 ? "it" : "them"));
    }

    public Json json(Instant now) {
        return Json.array(
                rows,
                row ->
                        Json.object()
                                .with("run", row.run().value())
                                .with("runbook", row.runbook())
                                .with("step", row.loan().step().value())
                                .with("host", row.loan().host().value())
                                .with("what", row.loan().what())
                                .with("taken", row.loan().takenAt().toString())
                                .with("due", row.loan().due().toString())
                                .with("overdue", Json.of(row.loan().overdue(now)))
                                .with("repay", row.loan().repay())
                                .with("original", row.loan().original())
                                .with("ours", row.loan().ours()));
    }
}
