package dev.blackstart.door.web;

import dev.blackstart.runbook.Runbook;
import dev.blackstart.service.Caller;
import dev.blackstart.service.RunQuery;
import dev.blackstart.service.RunSummary;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import dev.blackstart.view.RunbookPage;
import java.util.Map;
import java.util.Optional;

/// One runbook for a page: how it was exercised, what is wrong with it, and the form that starts
/// it.
///
/// @param name of the runbook
record RunbookModel(Service service, String name, Caller caller) {
    private static final int COLUMNS = 100;
    private static final int RUNS = 5;

    /// @param chosen the mode that was chosen before; empty for none
    /// @param given what was typed for parameters before
    Json.Fields json(String chosen, Map<String, String> given) {
        Json.Fields fields =
                Exercise.json(service.catalog().exercised(name, caller), service.clock().instant())
                        .with("problems", problems())
                        .with("runs", runs())
                        .with("may_start", Json.of(caller.grant().may(Scope.RUN)))
                        .with("chosen", chosen)
                        .with("order", service.word());
        Optional<Runbook> runbook = service.catalog().readable(name, caller);
        return runbook.map(it -> readable(fields, it, given)).orElse(fields);
    }

    private static Json.Fields readable(
            Json.Fields fields, Runbook runbook, Map<String, String> given) {
        return fields.with("parameters", Parameters.json(runbook.parameters().values(), given))
                .with("contents", new RunbookPage(runbook, COLUMNS).json());
    }

    private Json problems() {
        return Json.array(
                service.catalog().problems(name, caller), it -> new Json.Text(it.toString()));
    }

    private Json runs() {
        RunQuery newest =
                new RunQuery(
                        false,
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        RUNS);
        return Json.array(service.runs().list(newest, caller).runs(), RunSummary::json);
    }
}
