package dev.blackstart.reading;

import dev.blackstart.expression.Declared;
import dev.blackstart.expression.Expressions;
import dev.blackstart.reading.shape.Conformance;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds a runbook in passes: shape, names, what yields findings, then everything that uses them.
final class RunbookBuilder {
    /// Most steps with those of called runbooks.
    private static final int MOST_STEPS = 1_000;

    private final Copy copy;
    private final Callees callees;
    private final Scripts scripts;
    private final Problems problems = new Problems();

    RunbookBuilder(Copy copy, Callees callees) {
        this.copy = copy;
        this.callees = callees;
        this.scripts = new Scripts(copy.place(), copy.folder());
    }

    Read<Runbook> read(String text) {
        Optional<Node> root =
                problems.take(Yaml.parse(copy.place() + "/" + RunbookReader.FILE, text));
        if (root.isEmpty()) {
            return problems.of(Optional.empty());
        }
        problems.add(
                Conformance.of(root.get(), new Shape.Fields(RunbookTables.RUNBOOK), "a runbook"));
        Entries entries = Entries.of(root.get());
        checkName(entries, copy.called());
        return problems.of(runbook(entries, text));
    }

    private Optional<Runbook> runbook(Entries entries, String text) {
        Map<String, Parameter> parameters = ParameterTable.read(entries, problems);
        List<StepNode> nodes = StepNode.in(entries);
        Declarations declared = Declarations.of(entries, nodes, problems);
        Map<String, ParameterType> types = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> types.put(name, parameter.type()));
        Findings findings = Findings.of(nodes, declared, types, problems);
        Desk desk = desk(types, declared, findings);
        Map<HypothesisName, Hypothesis> hypotheses = new HypothesisReader(desk).read(entries);
        List<Step> steps = new ArrayList<>();
        CallReader calls =
                new CallReader(desk, callees.named(entries.text("runbook").orElse(copy.place())));
        StepReader reader = new StepReader(desk, findings, calls);
        nodes.forEach(node -> reader.read(node).ifPresent(steps::add));
        Links.check(nodes, steps, problems);
        return problems.refused()
                ? Optional.empty()
                : whole(
                        entries,
                        text,
                        parameters,
                        hypotheses,
                        SharedNeeds.of(entries, problems).over(steps),
                        calls);
    }

    /// With what is called, each in its place.
    private Optional<Runbook> whole(
            Entries entries,
            String text,
            Map<String, Parameter> parameters,
            Map<HypothesisName, Hypothesis> own,
            List<Step> written,
            CallReader calls) {
        Map<HypothesisName, Hypothesis> hypotheses = new LinkedHashMap<>(own);
        List<Step> steps = new ArrayList<>();
        for (Step step : written) {
            steps.add(step);
            calls.expansion(step)
                    .ifPresent(it -> {
                        steps.addAll(it.steps());
                        hypotheses.putAll(it.hypotheses());
                    });
        }
        if (steps.size() > MOST_STEPS) {
            problems.error(
                    entries.at("steps"),
                    "call-size",
                    "with what it calls the runbook has %d steps, and %d are allowed; call less"
                            .formatted(steps.size(), MOST_STEPS));
        }
        return problems.refused()
                ? Optional.empty()
                : Optional.of(
                        new Runbook(
                                new RunbookName(entries.text("runbook").orElseThrow()),
                                entries.text("title").orElseThrow(),
                                entries.text("owner"),
                                entries.inside("exercise").flatMap(e -> e.duration("every")),
                                parameters,
                                hypotheses,
                                steps,
                                files(text, calls)));
    }

    private Desk desk(
            Map<String, ParameterType> parameters, Declarations declared, Findings findings) {
        Expressions expressions =
                new Expressions(
                        new Declared(
                                findings.types(),
                                declared.answers(),
                                declared.hypotheses(),
                                declared.steps(),
                                parameters));
        return new Desk(problems, scripts, parameters, expressions, findings.broken());
    }

    private void checkName(Entries entries, Optional<String> expected) {
        Optional<String> name = entries.text("runbook");
        if (name.isPresent() && expected.isPresent() && !name.equals(expected)) {
            problems.error(
                    entries.valueAt("runbook"),
                    "runbook-name",
                    "the runbook is called `%s` and its folder `%s`; give both the same name"
                            .formatted(name.get(), expected.get()));
        }
    }

    private Map<String, String> files(String text, CallReader calls) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(RunbookReader.FILE, text);
        files.putAll(scripts.contents());
        files.putAll(calls.files());
        return files;
    }
}
