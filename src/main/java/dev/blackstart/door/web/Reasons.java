package dev.blackstart.door.web;

import dev.blackstart.run.Argument;
import dev.blackstart.run.NextLook;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Weighed;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.Json;
import dev.blackstart.view.report.LiveReport;
import java.util.List;
import java.util.Optional;

/// The hypotheses of an open run with what speaks for each, against it, and what is missing, at
/// this moment; of a closed one, as they were recorded.
record Reasons(Plan plan, Snapshot snapshot) {
    /// @param report for what was recorded, where nothing can be weighed anew
    Json json(LiveReport report) {
        boolean over = snapshot.state().closed().isPresent(); // what was cured would be refuted now
        if (over || plan.inventory().hosts().isEmpty()) {
            return report.hypotheses();
        }
        return Json.array(Weighed.all(plan, snapshot.state(), snapshot.at()), this::one);
    }

    private Json one(Weighed weighed) {
        var hypothesis = Optional.ofNullable(plan.runbook().hypotheses().get(weighed.name()));
        return Json.object()
                .with("name", weighed.name().value())
                .with("says", hypothesis.map(it -> it.says()))
                .with("do_not", hypothesis.flatMap(it -> it.doNot()))
                .with("verdict", weighed.verdict().name())
                .with("weighed", snapshot.at().toString())
                .with("speaks_for", side(weighed, Argument.Side.FOR))
                .with("speaks_against", side(weighed, Argument.Side.AGAINST))
                .with("missing", side(weighed, Argument.Side.MISSING))
                .with("contradictory", Json.of(weighed.contradictory()))
                .with("next", Json.array(next(weighed), Reasons::look));
    }

    private static Json side(Weighed weighed, Argument.Side side) {
        return Json.texts(
                weighed.arguments().stream()
                        .filter(it -> it.side() == side)
                        .flatMap(it -> it.reasons().stream())
                        .distinct()
                        .toList());
    }

    private static List<NextLook> next(Weighed weighed) {
        return weighed.next().stream().limit(1).toList();
    }

    private static Json look(NextLook look) {
        return Json.object()
                .with("step", look.step().value())
                .with("hosts", Json.texts(look.hosts()))
                .with("reason", look.reason());
    }
}
