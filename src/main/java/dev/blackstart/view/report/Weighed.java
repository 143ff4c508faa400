package dev.blackstart.view.report;

import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One hypothesis over time: each verdict that differed from the one before, with its reasons.
record Weighed(Hypothesis hypothesis, List<Weighing> history) {
    record Weighing(Instant at, HypothesisVerdict verdict, List<String> reasons) {}

    Weighed {
        history = List.copyOf(history);
    }

    static List<Weighed> of(Runbook runbook, List<Recorded> events) {
        return runbook.hypotheses().values().stream()
                .map(hypothesis -> new Weighed(hypothesis, history(hypothesis, events)))
                .filter(weighed -> !weighed.history().isEmpty())
                .toList();
    }

    private static List<Weighing> history(Hypothesis hypothesis, List<Recorded> events) {
        List<Weighing> history = new ArrayList<>();
        for (Recorded recorded : events) {
            if (recorded.event() instanceof RunEvent.Established it
                    && it.hypothesis().equals(hypothesis.name())
                    && (history.isEmpty() || history.getLast().verdict() != it.verdict())) {
                history.add(new Weighing(recorded.at(), it.verdict(), it.reasons()));
            }
        }
        return history;
    }

    HypothesisVerdict verdict() {
        return history.getLast().verdict();
    }

    Json json() {
        return Json.object()
                .with("name", hypothesis.name().value())
                .with("says", hypothesis.says())
                .with("do_not", hypothesis.doNot())
                .with("verdict", verdict().name())
                .with("reasons", Json.texts(history.getLast().reasons()))
                .with("at", history.getLast().at().toString())
                .with(
                        "history",
                        Json.array(
                                history,
                                it ->
                                        Json.object()
                                                .with("at", it.at().toString())
                                                .with("verdict", it.verdict().name())
                                                .with("reasons", Json.texts(it.reasons()))));
    }
}
