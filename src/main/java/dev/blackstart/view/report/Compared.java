package dev.blackstart.view.report;

import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What one run came to, by names under which it can be put beside another run.
final class Compared {
    private Compared() {}

    static Map<String, String> blobs(RunReport report) {
        return report.state().opened().map(RunEvent.RunOpened::blobs).orElse(Map.of());
    }

    static Map<String, String> parameters(RunReport report) {
        return report.state().opened().map(RunEvent.RunOpened::parameters).orElse(Map.of());
    }

    static Map<String, String> verdicts(RunReport report) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        Weighed.of(report.runbook(), report.events())
                .forEach(it ->
                        verdicts.put(it.hypothesis().name().value(), it.verdict().toString()));
        return verdicts;
    }

    static Map<String, String> outcomes(RunReport report) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (Step step : report.runbook().steps()) {
            outcomes.put(step.id().value(), report.matrix().whole(step).word());
        }
        return outcomes;
    }

    static Map<String, String> cells(RunReport report) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Step step : report.runbook().steps()) {
            report.matrix()
                    .cells(step)
                    .forEach((host, cell) -> cells.put(step.id() + " on " + host, cell.word()));
        }
        return cells;
    }

    static Map<String, String> findings(RunReport report) {
        Map<String, String> findings = new LinkedHashMap<>();
        for (Step step : report.runbook().steps()) {
            if (step instanceof Step.Check check) {
                report.looks()
                        .of(check.id())
                        .forEach((host, look) ->
                                check.findings()
                                        .keySet()
                                        .forEach(finding ->
                                                findings.put(
                                                        finding + " on " + host,
                                                        known(look.story(finding)))));
            }
        }
        return findings;
    }

    private static String known(String value) {
        return value.isEmpty() ? "not known" : value;
    }

    static Map<String, Duration> waited(RunReport report) {
        Map<String, Duration> waited = new LinkedHashMap<>();
        report.gates()
                .forEach(story ->
                        story.waits()
                                .forEach((who, time) -> waited.merge(who, time, Duration::plus)));
        return waited;
    }

    /// Every loan, and whether it is repaid.
    static Map<String, String> loans(RunReport report) {
        Map<String, String> loans = new LinkedHashMap<>();
        report.state()
                .loans()
                .repaid()
                .forEach(it -> loans.put(it.step() + " on " + it.host(), "repaid"));
        report.state()
                .loans()
                .open()
                .forEach(it -> loans.put(it.step() + " on " + it.host(), "open, due " + it.due()));
        return loans;
    }
}
