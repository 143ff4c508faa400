package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the parameters a runbook declares; a default is held to the same rules as a given value.
final class ParameterTable {
    private final Problems problems;

    private ParameterTable(Problems problems) {
        this.problems = problems;
    }

    static Map<String, Parameter> read(Entries runbook, Problems problems) {
        ParameterTable table = new ParameterTable(problems);
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (Node.Field field : runbook.map("parameters")) {
            table.parameter(field).ifPresent(parameter -> parameters.put(field.key(), parameter));
        }
        return parameters;
    }

    private Optional<Parameter> parameter(Node.Field field) {
        Entries entries = Entries.of(field.value());
        if (Names.reserved(field.key())) {
            problems.error(
                    field.position(),
                    "reserved-name",
                    "`%s` is a word of the expression language; give the parameter another name"
                            .formatted(field.key()));
            return Optional.empty();
        }
        Optional<ParameterType> type = entries.text("type").flatMap(ParameterType::named);
        Optional<Parameter> parameter =
                type.filter(t -> Names.allowed(field.key())).map(t -> parameter(field, entries, t));
        parameter.ifPresent(p -> check(p, entries));
        return parameter;
    }

    private Parameter parameter(Node.Field field, Entries entries, ParameterType type) {
        Optional<String> pattern = entries.text("pattern");
        Optional<String> fault = pattern.flatMap(BoundedPattern::fault);
        fault.ifPresent(reason ->
                problems.error(
                        entries.valueAt("pattern"),
                        "pattern",
                        "this is no regular expression: " + reason));
        return new Parameter(
                field.key(),
                type,
                entries.scalar("default").map(Node.Scalar::text),
                entries.text("help").orElse(""),
                entries.texts("values"),
                number(entries, "min"),
                number(entries, "max"),
                fault.isPresent() ? Optional.empty() : pattern,
                field.position());
    }

    private void check(Parameter parameter, Entries entries) {
        if (parameter.min().isPresent()
                && parameter.max().isPresent()
                && parameter.min().getAsLong() > parameter.max().getAsLong()) {
            problems.error(
                    entries.valueAt("max"),
                    "out-of-range",
                    "`max` is less than `min`; exchange them");
        }
        if (entries.scalar("default").isPresent()) {
            checkDefault(parameter, entries);
        }
    }

    private void checkDefault(Parameter parameter, Entries entries) {
        Optional<String> fault = Optional.empty();
        String written = parameter.fallback().orElse("");
        if (parameter.type() == ParameterType.SECRET) {
            fault = Optional.of("is not allowed: a secret is given when the runbook is run");
        } else if (written.contains("[=") || written.contains("[#")) {
            fault =
                    Optional.of(
                            "looks like a template, and defaults are taken as they are; write a value");
        } else if (new ParameterValue(parameter, Optional.empty()).of(written)
                instanceof ParameterValue.Bad bad) {
            fault = Optional.of(bad.reason());
        }
        fault.ifPresent(reason ->
                problems.error(
                        entries.valueAt("default"),
                        "default",
                        "the default of `%s` %s".formatted(parameter.name(), reason)));
    }

    private static OptionalLong number(Entries entries, String key) {
        return entries.whole(key).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
