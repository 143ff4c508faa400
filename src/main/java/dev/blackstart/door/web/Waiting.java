package dev.blackstart.door.web;

import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Caller;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.Json;
import java.util.Locale;

/// A gate in a list of those that wait.
final class Waiting {
    private Waiting() {}

    static Json json(GateView view, Snapshot snapshot, Caller caller) {
        boolean mine = view.holder().filter(caller.person()::equals).isPresent();
        return Json.object()
                .with("run", view.run().value())
                .with("runbook", view.runbook())
                .with("mode", snapshot.opened().mode().name().toLowerCase(Locale.ROOT))
                .with("title", snapshot.opened().title())
                .with("gate", view.gate().id().toString())
                .with("headline", view.gate().headline())
                .with("risk", view.gate().risk().map(Risk::word))
                .with("opened", view.opened().toString())
                .with("expires", view.gate().expires().toString())
                .with("holder", view.holder().map(Person::name))
                .with("mine", Json.of(mine))
                .with("people", Json.of(view.gate().people()))
                .with("agreed", Json.texts(view.agreed()))
                .with("carried", Json.of(snapshot.carried()));
    }
}
