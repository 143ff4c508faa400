package dev.blackstart.view.report;

import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.view.Happening;
import dev.blackstart.view.Json;
import dev.blackstart.view.LogLine;
import dev.blackstart.view.ProgressLines;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A run as a page shows it that is looked at while the run goes on: the report without what only
/// somebody who asks for it wants to see. All times are UTC.
public record LiveReport(RunReport report) {
    /// So many columns of the matrix stand side by side; a page scrolls them, paper cannot.
    private static final int ACROSS = 8;

    private static final int COLUMNS = 160;

    /// @return the opening of the report, and `done`, `gates`, `host_events`, `matrix`, `picture`
    public Json.Fields json() {
        TimeScale scale = new TimeScale(report.phases());
        List<Lane> lanes =
                new Lanes(report)
                        .all(report.phases(), FirstMover.in(report.runbook(), report.events()));
        return report.opening()
                .with("wrong", Json.texts(report.wrong()))
                .with("done", Json.texts(Deeds.of(report.runbook(), report.state())))
                .with("gates", Json.array(report.gates(), GateStory::json))
                .with("host_events", Json.array(HostEvents.of(report.events()), HostEvent::json))
                .with("matrix", Columns.tables(report.matrix(), ACROSS))
                .with("picture", new Picture(scale, lanes).json());
    }

    /// Entries of the log, oldest first: `clock`, `first` (its first line) and `more` (the lines
    /// below it).
    public Json log() {
        ProgressLines progress = new ProgressLines(report.runbook(), ZoneOffset.UTC, COLUMNS);
        List<Json> entries = new ArrayList<>();
        for (Recorded recorded : report.events()) {
            List<String> lines =
                    lines(progress, recorded).stream().filter(line -> !line.isBlank()).toList();
            if (!lines.isEmpty()) {
                entries.add(entry(recorded, lines));
            }
        }
        return new Json.Array(entries);
    }

    private List<String> lines(ProgressLines progress, Recorded recorded) {
        return recorded.event() instanceof RunEvent.GateOpened opened
                ? new LogLine(
                                "gate " + opened.gate().id(),
                                "",
                                "asked: " + opened.gate().headline())
                        .at(recorded, ZoneOffset.UTC, COLUMNS)
                : progress.of(Happening.of(recorded, report.state()));
    }

    private static Json entry(Recorded recorded, List<String> lines) {
        String clock = recorded.at().toString().substring(11, 19);
        String first = lines.getFirst();
        String told = first.startsWith(clock) ? first.substring(clock.length()).strip() : first;
        return Json.object()
                .with("sequence", Json.of(recorded.sequence()))
                .with("clock", clock)
                .with("first", told)
                .with("more", Json.texts(flush(lines.subList(1, lines.size()))));
    }

    /// Without the margin they all share.
    private static List<String> flush(List<String> lines) {
        int margin =
                lines.stream()
                        .mapToInt(line -> line.length() - line.stripLeading().length())
                        .min()
                        .orElse(0);
        return lines.stream().map(line -> line.substring(margin)).toList();
    }

    /// Hypotheses as they were weighed when that was recorded: for a run whose hosts are not on
    /// record, such as a drill.
    public Json hypotheses() {
        return Json.array(Weighed.of(report.runbook(), report.events()), LiveReport::recorded);
    }

    private static Json recorded(Weighed weighed) {
        List<String> reasons = weighed.history().getLast().reasons();
        List<String> none = List.of();
        boolean holds = weighed.verdict() == HypothesisVerdict.CONFIRMED;
        boolean fails = weighed.verdict() == HypothesisVerdict.REFUTED;
        return Json.object()
                .with("name", weighed.hypothesis().name().value())
                .with("says", weighed.hypothesis().says())
                .with("do_not", weighed.hypothesis().doNot())
                .with("verdict", weighed.verdict().name())
                .with("weighed", weighed.history().getLast().at().toString())
                .with("speaks_for", Json.texts(holds ? reasons : none))
                .with("speaks_against", Json.texts(fails ? reasons : none))
                .with("missing", Json.texts(holds || fails ? none : reasons))
                .with("contradictory", Json.of(false))
                .with("next", Json.texts(none));
    }

    /// What commands printed, by step.
    public Json outputs() {
        return Outputs.json(report.runbook(), report.state(), report.looks());
    }
}
