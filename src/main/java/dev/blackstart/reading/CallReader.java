package dev.blackstart.reading;

import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.called.Expansion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads `call` steps, with the runbooks they call.
final class CallReader {
    private final Desk desk;
    private final Callees callees;
    private final Map<Step, Runbook> called = new LinkedHashMap<>();

    CallReader(Desk desk, Callees callees) {
        this.desk = desk;
        this.callees = callees;
    }

    Optional<Step> read(StepNode step) {
        var heading = new PartReader(desk).heading(step);
        if (heading.isEmpty() || !RunbookName.allowed(step.written())) {
            return Optional.empty();
        }
        RunbookName name = new RunbookName(step.written());
        Optional<Runbook> runbook = callees.read(step, name, desk.problems());
        WithReader with = new WithReader(desk, name, runbook.map(Runbook::parameters));
        step.entries().map("with").forEach(with::read);
        if (runbook.isEmpty()) {
            return Optional.empty();
        }
        with.missing(step);
        refuseLongNames(step, runbook.get());
        Step.Call call =
                new Step.Call(
                        heading.get(),
                        name,
                        with.texts(),
                        with.secrets(),
                        runbook.get().parameters());
        called.put(call, runbook.get());
        return Optional.of(call);
    }

    private void refuseLongNames(StepNode step, Runbook runbook) {
        int room = Names.LONGEST - 1 - step.written().length();
        names(runbook)
                .filter(name -> name.length() > room)
                .findFirst()
                .ifPresent(name ->
                        desk.problems()
                                .error(
                                        step.position(),
                                        "call-names",
                                        "with the names of its calls `%s` is longer than %d characters; shorten a name"
                                                .formatted(name, Names.LONGEST)));
    }

    private static Stream<String> names(Runbook runbook) {
        return Stream.concat(
                runbook.hypotheses().keySet().stream().map(HypothesisName::value),
                runbook.steps().stream()
                        .flatMap(step ->
                                Stream.concat(
                                        Stream.of(step.id().value()),
                                        switch (step) {
                                            case Step.Check it ->
                                                    it.findings().keySet().stream()
                                                            .map(f -> f.value());
                                            case Step.Ask it -> Stream.of(it.finding().value());
                                            case Step.Derive it -> Stream.<String>empty();
                                            case Step.Acting it -> Stream.<String>empty();
                                            case Step.Wait it -> Stream.<String>empty();
                                            case Step.Manual it -> Stream.<String>empty();
                                            case Step.Call it -> Stream.<String>empty();
                                        })));
    }

    /// What a step brings besides itself, when it is a call.
    Optional<Expansion> expansion(Step step) {
        return step instanceof Step.Call call
                ? Optional.ofNullable(called.get(call)).map(it -> new Expansion(call, it))
                : Optional.empty();
    }

    /// The files of the called runbooks, by path beside the folder of this one.
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        called.values()
                .forEach(runbook ->
                        runbook.files()
                                .forEach((path, text) ->
                                        files.put(
                                                path.startsWith(Copy.BESIDE)
                                                        ? path
                                                        : Copy.BESIDE + runbook.name() + "/" + path,
                                                text)));
        return files;
    }
}
