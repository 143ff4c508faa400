package dev.blackstart.door.web;

import dev.blackstart.service.Catalog;
import dev.blackstart.service.RunSummary;
import dev.blackstart.view.Json;
import dev.blackstart.view.RunbookTable;
import java.time.Duration;
import java.time.Instant;

/// How a runbook was exercised last, for a page.
final class Exercise {
    private Exercise() {}

    static Json.Fields json(Catalog.Exercised exercised, Instant now) {
        RunbookTable.Row row = exercised.row();
        Json.Fields fields =
                Json.object()
                        .with("runbook", row.name())
                        .with("title", row.title())
                        .with("owner", row.owner())
                        .with("every", row.every().map(Exercise::length))
                        .with("overdue", Json.of(row.overdue(now)))
                        .with("errors", Json.of(row.errors()))
                        .with("drills", Json.array(exercised.drills(), Exercise::drill));
        return exercised
                .rehearsal()
                .map(RunSummary::json)
                .map(run -> fields.with("rehearsal", run))
                .orElse(fields);
    }

    private static String length(Duration every) {
        return every.toDays() > 0 ? every.toDays() + " days" : every.toHours() + " hours";
    }

    private static Json drill(Catalog.DrillRow row) {
        Json.Fields fields =
                Json.object().with("drill", row.drill().name()).with("title", row.drill().title());
        return row.ended()
                .map(it ->
                        fields.with("ended", it.run().json())
                                .with("passed", Json.of(it.score().held())))
                .orElse(fields);
    }
}
