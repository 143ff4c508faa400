package dev.blackstart.view.report;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Json;
import java.util.List;

/// The hypotheses as rows to fill in, with the steps that decide them.
record SheetHypotheses(Runbook runbook) {
    Json all() {
        return Json.array(runbook.hypotheses().values(), this::weighed);
    }

    /// Those that a called runbook brings itself, not those of what it calls in turn.
    Json of(StepId call) {
        String before = call + ".";
        List<Hypothesis> own =
                runbook.hypotheses().values().stream()
                        .filter(it -> it.name().value().startsWith(before))
                        .filter(it -> it.name().value().indexOf('.', before.length()) < 0)
                        .toList();
        return Json.array(own, this::weighed);
    }

    private Json weighed(Hypothesis it) {
        return Json.object()
                .with("name", it.name().value())
                .with("says", it.says())
                .with("confirmed_by", words(it.confirmedBy()))
                .with("refuted_by", words(it.refutedBy()))
                .with("do_not", it.doNot());
    }

    private Json words(List<Condition> conditions) {
        SheetSources sources = new SheetSources(runbook);
        return Json.array(conditions, it -> new Json.Text(sources.words(it)));
    }
}
