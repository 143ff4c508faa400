package dev.blackstart.view.report;

import dev.blackstart.run.RunEvent;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two runs side by side: what is told is what differs, and how long each took.
public record Comparison(RunReport a, RunReport b) implements Pages {
    private static final int VERSION = 1;

    @Override
    public String template() {
        return "compare";
    }

    @Override
    public Json.Fields json() {
        return Json.object()
                .with("comparison", Json.of(VERSION))
                .with("a", opening(a))
                .with("b", opening(b))
                .with("same_runbook", Json.of(a.runbook().name().equals(b.runbook().name())))
                .with("same_files", Json.of(Compared.blobs(a).equals(Compared.blobs(b))))
                .with("files", rows(Compared.blobs(a), Compared.blobs(b), true))
                .with("parameters", rows(Compared.parameters(a), Compared.parameters(b), true))
                .with("verdicts", rows(Compared.verdicts(a), Compared.verdicts(b), false))
                .with("time", time())
                .with("waits", waits())
                .with("steps", rows(Compared.outcomes(a), Compared.outcomes(b), true))
                .with("loans", rows(Compared.loans(a), Compared.loans(b), false))
                .with("cells", rows(Compared.cells(a), Compared.cells(b), true))
                .with("findings", rows(Compared.findings(a), Compared.findings(b), true));
    }

    private static Json opening(RunReport report) {
        RunEvent.RunOpened opened = report.state().opened().orElseThrow();
        return Json.object()
                .with("run", opened.run().value())
                .with("runbook", opened.runbook())
                .with("title", opened.title())
                .with("headline", report.headline())
                .with("verdict", report.state().closed().map(it -> it.verdict().word()))
                .with("mode", report.mode().name().toLowerCase(Locale.ROOT))
                .with("by", opened.by().name())
                .with("opened", report.from().toString())
                .with("last", report.until().toString())
                .with("took", Length.json(took(report)));
    }

    private static Duration took(RunReport report) {
        return report.took();
    }

    private static <T> Set<String> names(Map<String, T> a, Map<String, T> b) {
        Set<String> names = new LinkedHashSet<>(a.keySet());
        names.addAll(b.keySet());
        return names;
    }

    /// @param differing only rows in which the two differ
    private static Json rows(Map<String, String> a, Map<String, String> b, boolean differing) {
        List<Json> rows = new ArrayList<>();
        for (String name : names(a, b)) {
            Optional<String> one = Optional.ofNullable(a.get(name));
            Optional<String> other = Optional.ofNullable(b.get(name));
            if (!differing || !one.equals(other)) {
                rows.add(
                        Json.object()
                                .with("name", name)
                                .with("a", one)
                                .with("b", other)
                                .with("differs", Json.of(!one.equals(other))));
            }
        }
        return new Json.Array(rows);
    }

    private Json time() {
        long longest = Math.max(1, Math.max(took(a).toMillis(), took(b).toMillis()));
        Map<Phase, Duration> other = b.phases().totals();
        return Json.array(
                a.phases().totals().entrySet(),
                it -> {
                    Duration theirs = other.getOrDefault(it.getKey(), Duration.ZERO);
                    return Json.object()
                            .with("phase", it.getKey().word())
                            .with("says", it.getKey().says())
                            .with("a", Length.json(it.getValue()))
                            .with("b", Length.json(theirs))
                            .with("a_per_mille", share(it.getKey(), it.getValue(), longest))
                            .with("b_per_mille", share(it.getKey(), theirs, longest));
                });
    }

    private static Json share(Phase phase, Duration part, long longest) {
        return Json.of(phase == Phase.CLOSED ? 0 : part.toMillis() * 1000 / longest);
    }

    private Json waits() {
        Map<String, Duration> one = Compared.waited(a);
        Map<String, Duration> other = Compared.waited(b);
        return Json.array(
                names(one, other),
                who ->
                        Json.object()
                                .with("who", who)
                                .with("a", Length.json(one.getOrDefault(who, Duration.ZERO)))
                                .with("b", Length.json(other.getOrDefault(who, Duration.ZERO))));
    }

    @Override
    public Map<String, Object> markdown() {
        return Values.MARKDOWN.of(json());
    }

    @Override
    public Map<String, Object> html() {
        return Values.HTML.of(json());
    }
}
