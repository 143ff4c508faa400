package dev.blackstart.runbook.called;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Validity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A called runbook, which may itself call others, as steps and hypotheses of its caller.
public final class Expansion {
    private final Inside inside;
    private final CalledParts parts;
    private final Step.Call call;
    private final Runbook called;

    public Expansion(Step.Call call, Runbook called) {
        this.call = call;
        this.called = called;
        this.inside = new Inside(call.id(), asked(called));
        this.parts = new CalledParts(inside);
    }

    private static Set<FindingName> asked(Runbook called) {
        Set<FindingName> asked = new LinkedHashSet<>();
        for (Step step : called.withoutCalled().steps()) {
            if (step instanceof Step.Check check) {
                asked.addAll(check.findings().keySet());
            } else if (step instanceof Step.Derive derive) {
                asked.add(derive.finding());
            }
        }
        return asked;
    }

    /// In their order; the call itself is not among them.
    public List<Step> steps() {
        return called.steps().stream().map(this::step).toList();
    }

    public Map<HypothesisName, Hypothesis> hypotheses() {
        Map<HypothesisName, Hypothesis> moved = new LinkedHashMap<>();
        called.hypotheses()
                .values()
                .forEach(own -> moved.put(own.name().within(call.id()), parts.hypothesis(own)));
        return moved;
    }

    private Step step(Step own) {
        CalledCommands commands = commands(own);
        return switch (own) {
            case Step.Check it -> check(it, commands);
            case Step.Derive it ->
                    new Step.Derive(
                            parts.heading(it.heading()),
                            parts.targets(it.targets()),
                            new CalledDerivation(it.value(), inside));
            case Step.Ask it ->
                    new Step.Ask(
                            parts.heading(it.heading()),
                            parts.text(it.question()),
                            it.answers(),
                            it.finding().within(call.id()));
            case Step.Action it ->
                    new Step.Action(
                            parts.heading(it.heading()),
                            parts.targets(it.targets()),
                            commands.execution(it.execution()));
            case Step.Snapshot it -> snapshot(it, commands);
            case Step.Wait it ->
                    new Step.Wait(
                            parts.heading(it.heading()),
                            it.check().within(call.id()),
                            parts.condition(it.until()),
                            it.every(),
                            it.within());
            case Step.Manual it ->
                    new Step.Manual(
                            parts.heading(it.heading()),
                            parts.text(it.instructions()),
                            it.verify().map(commands::verify));
            case Step.Call it -> nested(it);
        };
    }

    private CalledCommands commands(Step own) {
        return new CalledCommands(
                inside, parts, called.name(), own.id().call().isPresent(), call.secrets());
    }

    private Step check(Step.Check own, CalledCommands commands) {
        Map<FindingName, Measure> findings = new LinkedHashMap<>();
        own.findings()
                .forEach((name, measure) ->
                        findings.put(name.within(call.id()), new CalledMeasure(measure, inside)));
        return new Step.Check(
                parts.heading(own.heading()),
                parts.targets(own.targets()),
                commands.command(own.command()),
                findings,
                own.admissible().map(parts::condition),
                own.witnesses(),
                own.freshFor());
    }

    private Step snapshot(Step.Snapshot own, CalledCommands commands) {
        return new Step.Snapshot(
                parts.heading(own.heading()),
                parts.targets(own.targets()),
                commands.execution(own.execution()),
                own.valid()
                        .map(valid ->
                                new Validity(
                                        commands.command(valid.command()),
                                        new CalledMeasure(valid.that(), inside))),
                own.fetch());
    }

    private Step nested(Step.Call own) {
        Map<String, Text> with = new LinkedHashMap<>();
        own.with().forEach((name, text) -> with.put(name, parts.text(text)));
        Map<String, String> secrets = new LinkedHashMap<>(own.secrets());
        secrets.replaceAll((name, secret) -> call.secrets().getOrDefault(secret, secret));
        return new Step.Call(
                parts.heading(own.heading()), own.runbook(), with, secrets, own.parameters());
    }
}
