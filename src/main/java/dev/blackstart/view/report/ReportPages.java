package dev.blackstart.view.report;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.view.EvidenceTable;
import dev.blackstart.view.Happening;
import dev.blackstart.view.Json;
import dev.blackstart.view.LogLine;
import dev.blackstart.view.Markdown;
import dev.blackstart.view.ProgressLines;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the templates of a run's report see: the document, and what is drawn or laid out of it.
public record ReportPages(RunReport report) implements Pages {
    private static final int COLUMNS = 100;

    @Override
    public String template() {
        return "report";
    }

    @Override
    public Json.Fields json() {
        return report.json();
    }

    /// For Markdown: every text stands in it as it is; `plain` has indented blocks.
    @Override
    public Map<String, Object> markdown() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.putAll(Values.MARKDOWN.of(report.json()));
        values.put(
                "plain",
                Map.of(
                        "evidence", Markdown.block(evidence()),
                        "matrix", Markdown.block(report.matrix().lines(COLUMNS)),
                        "log", Markdown.block(log())));
        return values;
    }

    /// For HTML: control characters are visible, line ends kept; the template's output format does
    /// the rest.
    @Override
    public Map<String, Object> html() {
        RunReport it = report;
        TimeScale scale = new TimeScale(it.phases());
        List<Lane> lanes = new Lanes(it).all(it.phases(), FirstMover.in(it.runbook(), it.events()));
        Json.Fields document =
                it.json()
                        .with("picture", new Picture(scale, lanes).json())
                        .with("matrix", Columns.tables(it.matrix()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.putAll(Values.HTML.of(document));
        values.put("log", String.join("\n", log()));
        return values;
    }

    private List<String> evidence() {
        EvidenceTable table = EvidenceTable.of(report.runbook(), report.state());
        return report.state().closed().isPresent()
                ? table.lines(COLUMNS)
                : table.lines(report.until(), COLUMNS);
    }

    private List<String> log() {
        ProgressLines progress = new ProgressLines(report.runbook(), ZoneOffset.UTC, COLUMNS);
        return report.events().stream()
                .flatMap(recorded -> log(progress, recorded).stream())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// On the screen a gate is a page of its own; here it is a line.
    private List<String> log(ProgressLines progress, Recorded recorded) {
        return recorded.event() instanceof RunEvent.GateOpened opened
                ? new LogLine(
                                "gate " + opened.gate().id(),
                                "",
                                "asked: " + opened.gate().headline())
                        .at(recorded, ZoneOffset.UTC, COLUMNS)
                : progress.of(Happening.of(recorded, report.state()));
    }
}
