package dev.blackstart.view.map;

import dev.blackstart.inventory.Service;
import dev.blackstart.topology.Chart;
import dev.blackstart.topology.CutNeed;
import dev.blackstart.topology.Deadlock;
import dev.blackstart.topology.Hit;
import dev.blackstart.topology.Need;
import dev.blackstart.topology.Objection;
import dev.blackstart.topology.Rung;
import dev.blackstart.view.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The map of services as one document.
public record MapJson(Chart chart, List<Objection> objections, Optional<Duration> outage) {
    private static final int VERSION = 1;

    public MapJson {
        objections = List.copyOf(objections);
    }

    public Json json() {
        Json.Fields fields =
                Json.object()
                        .with("map", Json.of(VERSION))
                        .with("services", Json.array(chart.losses(), this::service))
                        .with("needs", Json.array(chart.needs(), MapJson::need))
                        .with("deadlocks", Json.array(chart.deadlocks(), MapJson::deadlock))
                        .with("together", Json.array(chart.together(), Json::texts))
                        .with(
                                "inside",
                                Json.array(
                                        chart.insides(),
                                        it ->
                                                Json.object()
                                                        .with("service", it.service())
                                                        .with("in", it.in())
                                                        .with("why", it.why())))
                        .with("order", Json.array(chart.order().waves(), Json::texts))
                        .with("stuck", Json.texts(chart.order().stuck()))
                        .with(
                                "objections",
                                Json.array(
                                        objections,
                                        it ->
                                                Json.object()
                                                        .with("error", Json.of(it.error()))
                                                        .with("says", it.says())));
        return outage.map(length ->
                        fields.with("outage_seconds", Json.of(length.toSeconds()))
                                .with("ladder", Json.array(chart.ladder(length), MapJson::rung)))
                .orElse(fields);
    }

    private Json service(Hit hit) {
        Optional<Service> service =
                Optional.ofNullable(chart.inventory().services().get(hit.service()));
        Json.Fields fields =
                Json.object()
                        .with("name", hit.service())
                        .with("runs_on", service.map(it -> it.runsOn().text()))
                        .with("lives_in", service.flatMap(it -> it.place().livesIn()))
                        .with(
                                "stop_with_it",
                                Json.array(hit.running(), it -> new Json.Text(it.service())))
                        .with("cannot_start_again", Json.texts(hit.starting()));
        return hit.tolerates()
                .map(borne -> fields.with("tolerates_seconds", Json.of(borne.toSeconds())))
                .orElse(fields);
    }

    private static Json need(Need it) {
        return Json.object()
                .with("service", it.service())
                .with("needs", it.needs())
                .with("to_start", Json.of(it.toStart()))
                .with("to_run", Json.of(it.toRun()));
    }

    private static Json deadlock(Deadlock it) {
        return Json.object()
                .with("services", Json.texts(it.services()))
                .with("circle", Json.texts(it.names()))
                .with("cuts", Json.array(it.cuts(), MapJson::cut));
    }

    private static Json cut(CutNeed it) {
        return Json.object()
                .with("service", it.need().service())
                .with("need", it.need().needs())
                .with("cost", Json.of(it.cut().cost()))
                .with("says", it.cut().says())
                .with("runbook", it.cut().runbook());
    }

    private static Json rung(Rung it) {
        Json.Fields rung =
                Json.object()
                        .with("service", it.service())
                        .with("after_seconds", Json.of(it.after().toSeconds()))
                        .with("says", it.threshold().says())
                        .with("crossed", Json.of(it.crossed()))
                        .with("healed_by", it.threshold().healedBy());
        return it.collected()
                .<Json>map(found ->
                        rung.with("written_seconds", Json.of(it.threshold().after().toSeconds()))
                                .with("found_on", found.host().value())
                                .with("found_at", found.at().toString()))
                .orElse(rung);
    }
}
