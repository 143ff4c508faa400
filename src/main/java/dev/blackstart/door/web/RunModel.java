package dev.blackstart.door.web;

import dev.blackstart.run.GlassBook;
import dev.blackstart.run.OpenLoan;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.service.Caller;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import dev.blackstart.view.Json;
import dev.blackstart.view.Underway;
import dev.blackstart.view.report.LiveReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run for a page, in the parts that change by themselves: what goes on, the gate, and what one
/// can want of the run.
record RunModel(Service service, Snapshot snapshot, Caller caller) {
    private static final int COLUMNS = 110;
    private static final int ROWS = 12;

    /// All of it.
    Json.Fields json() {
        LiveReport live = new LiveReport(service.papers().told(snapshot));
        Json.Fields fields =
                live.json()
                        .with("seen", seen())
                        .with("log", live.log())
                        .with("underway", Json.texts(underway()))
                        .with(
                                "weighed",
                                new Reasons(service.runs().plan(snapshot), snapshot).json(live))
                        .with("loans", Json.array(state().loans().open(), this::loan))
                        .with("closed", Json.of(state().closed().isPresent()))
                        .with("carried", Json.of(snapshot.carried()))
                        .with("unknown", Json.of(!state().actions().unknown().isEmpty()))
                        .with("controls", controls())
                        .with("gate_key", gateKey())
                        .with("controls_key", controlsKey());
        return gate().map(it -> fields.with("gate", new GateModel(it, snapshot, caller).json()))
                .orElse(fields);
    }

    private RunState state() {
        return snapshot.state();
    }

    private Optional<GateView> gate() {
        return service.gates().open(snapshot);
    }

    /// What of the run stands on the page.
    String seen() {
        return state().sequence() + (snapshot.carried() ? "" : "-alone");
    }

    String gateKey() {
        return GateModel.key(gate(), snapshot);
    }

    String controlsKey() {
        return Integer.toHexString(controls().shown().hashCode());
    }

    private List<String> underway() {
        if (state().closed().isPresent()) {
            return List.of();
        }
        Underway underway = new Underway();
        snapshot.events().forEach(underway::saw);
        return underway.lines(snapshot.at(), COLUMNS, ROWS);
    }

    private Json loan(OpenLoan loan) {
        return Json.object()
                .with("step", loan.step().value())
                .with("host", loan.host().value())
                .with("what", loan.what())
                .with("taken", loan.takenAt().toString())
                .with("due", loan.due().toString())
                .with("overdue", Json.of(loan.overdue(snapshot.at())))
                .with("repay", loan.repay());
    }

    private Json.Fields controls() {
        boolean closed = state().closed().isPresent();
        boolean mine = state().wheel().holder().filter(caller.person()::equals).isPresent();
        Optional<RunEvent.WheelOffered> offer = state().wheel().offer();
        boolean offered = offer.filter(it -> it.to().equals(caller.person())).isPresent();
        return Json.object()
                .with("open", Json.of(!closed))
                .with("carried", Json.of(snapshot.carried()))
                .with("drill", Json.of(snapshot.drill()))
                .with("mine", Json.of(mine))
                .with("holder", state().wheel().holder().map(Person::name))
                .with("offered", Json.of(offered))
                .with("offered_to", offer.map(it -> it.to().name()))
                .with("unknown", Json.of(!state().actions().unknown().isEmpty()))
                .with("paused", state().paused().map(RunEvent.Paused::reason))
                .with("reviews", Json.array(state().gates().glass().open(), RunModel::review))
                .with("owed", closed ? owed() : Json.texts(List.of()))
                .with("secrets", Parameters.json(service.runs().secrets(snapshot), Map.of()));
    }

    private static Json review(GlassBook.Broken it) {
        return Json.object()
                .with("gate", it.gate().id().toString())
                .with("headline", it.gate().headline())
                .with("by", it.by().name())
                .with("reason", it.reason())
                .with("at", it.at().toString());
    }

    private Json owed() {
        return Json.texts(
                state().loans().open().stream()
                        .map(loan -> loan.step().value())
                        .distinct()
                        .toList());
    }
}
