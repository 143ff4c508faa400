package dev.blackstart.service;

import dev.blackstart.run.RunId;
import dev.blackstart.view.Json;
import java.util.List;
import java.util.Optional;

/// Some runs of many.
///
/// @param next where the next page begins (`before` of its query); empty on the last
/// @param unreadable runs that cannot be read, one sentence each
public record RunPage(List<RunSummary> runs, Optional<RunId> next, List<String> unreadable) {
    public RunPage {
        runs = List.copyOf(runs);
        unreadable = List.copyOf(unreadable);
    }

    public Json.Fields json() {
        return Json.object()
                .with("runs", Json.array(runs, RunSummary::json))
                .with("next", next.map(RunId::value))
                .with("unreadable", Json.texts(unreadable));
    }
}
