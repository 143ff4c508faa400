package dev.blackstart.reading;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Characters;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Checks the parameter values given for a run, before anything is contacted. Problems point to the
/// declaration in the runbook and never repeat a secret.
public final class ParameterReader {
    private final Inventory inventory;
    private final Problems problems = new Problems();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Secret> secrets = new LinkedHashMap<>();

    private ParameterReader(Inventory inventory) {
        this.inventory = inventory;
    }

    /// @param given values as written, by parameter name
    public static Read<Parameters> read(
            Runbook runbook, Inventory inventory, Map<String, String> given) {
        ParameterReader reader = new ParameterReader(inventory);
        reader.unknown(runbook, given);
        runbook.parameters()
                .values()
                .forEach(parameter ->
                        reader.value(parameter, Optional.ofNullable(given.get(parameter.name()))));
        reader.calls(runbook);
        return reader.problems.of(Optional.of(new Parameters(reader.values, reader.secrets)));
    }

    /// What calls give the runbooks they call, under the call's name; a call within a called
    /// runbook comes after that one's.
    private void calls(Runbook runbook) {
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Call call) {
                boolean known = !problems.refused();
                call.parameters().values().stream()
                        .filter(parameter -> parameter.type() != ParameterType.SECRET)
                        .forEach(parameter -> given(call, parameter, known));
            }
        }
    }

    /// @param known all values a text may use are there
    private void given(Step.Call call, Parameter parameter, boolean known) {
        Optional<Text> with = Optional.ofNullable(call.with().get(parameter.name()));
        Position place = with.map(Text::position).orElse(parameter.position());
        Rendered rendered =
                with.map(text -> text.render(scope()))
                        .orElseGet(() -> new Rendered.Done(parameter.fallback().orElse("")));
        switch (rendered) {
            case Rendered.Done done -> {
                switch (new ParameterValue(parameter, Optional.of(inventory)).of(done.text())) {
                    case ParameterValue.Good good ->
                            values.put(call.id() + "." + parameter.name(), good.value());
                    case ParameterValue.Bad bad -> refuse(place, call, parameter, bad.reason());
                }
            }
            case Rendered.Refused refused -> {
                if (known) {
                    refuse(place, call, parameter, "cannot be rendered: " + refused.reason());
                }
            }
        }
    }

    private Scope scope() {
        return new Scope(values, inventory, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void refuse(Position place, Step.Call call, Parameter parameter, String reason) {
        problems.error(
                place,
                "parameter-value",
                "parameter `%s` of %s %s".formatted(parameter.name(), call.runbook(), reason));
    }

    private void unknown(Runbook runbook, Map<String, String> given) {
        Position place =
                runbook.parameters().values().stream()
                        .map(Parameter::position)
                        .findFirst()
                        .orElseGet(() -> start(runbook));
        given.keySet().stream()
                .sorted()
                .filter(name -> !runbook.parameters().containsKey(name))
                .forEach(name ->
                        problems.error(
                                place,
                                "unknown-parameter",
                                "%s has no parameter `%s`%s"
                                        .formatted(
                                                runbook.name(),
                                                name,
                                                Nearest.hint(
                                                        name, runbook.parameters().keySet()))));
    }

    private static Position start(Runbook runbook) {
        return runbook.steps().stream()
                .map(step -> new Position(step.heading().position().file(), 1, 1))
                .findFirst()
                .orElse(new Position(runbook.name().value(), 1, 1));
    }

    private void value(Parameter parameter, Optional<String> given) {
        Optional<String> written = given.or(parameter::fallback);
        if (written.isEmpty()) {
            refuse(
                    parameter,
                    "missing-parameter",
                    parameter.type() == ParameterType.SECRET
                            ? "must be given; it is a secret and has no default"
                            : "must be given; it has no default");
        } else if (parameter.type() == ParameterType.SECRET) {
            secret(parameter, written.get());
        } else {
            switch (new ParameterValue(parameter, Optional.of(inventory)).of(written.get())) {
                case ParameterValue.Good good -> values.put(parameter.name(), good.value());
                case ParameterValue.Bad bad -> refuse(parameter, "parameter-value", bad.reason());
            }
        }
    }

    private void secret(Parameter parameter, String written) {
        if (written.strip().length() < Secret.SHORTEST) {
            refuse(
                    parameter,
                    "short-secret",
                    "is shorter than %d characters: masking so short a secret would hide ordinary words or nothing"
                            .formatted(Secret.SHORTEST));
        } else if (written.length() > ParameterValue.LONGEST) {
            refuse(parameter, "parameter-value", "must not be longer than 32 KiB");
        } else if (Characters.firstRefused(written.replace("\r\n", "\n")).isPresent()) {
            refuse(
                    parameter,
                    "parameter-value",
                    "contains a control or hidden character; remove it");
        } else {
            secrets.put(parameter.name(), new Secret(written));
        }
    }

    private void refuse(Parameter parameter, String rule, String reason) {
        problems.error(
                parameter.position(),
                rule,
                "parameter `%s` %s".formatted(parameter.name(), reason));
    }
}
