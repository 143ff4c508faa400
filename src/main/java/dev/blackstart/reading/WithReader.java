package dev.blackstart.reading;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a call gives the runbook it calls. What is written out is held to the parameter's
/// type at once; what is a template, when its values are known.
final class WithReader {
    private static final Set<String> NOT_HERE = Set.of("host", "artifact", "file");

    private final Desk desk;
    private final RunbookName called;
    private final Optional<Map<String, Parameter>> declared;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();

    /// @param declared the called runbook's parameters; empty when it could not be read
    WithReader(Desk desk, RunbookName called, Optional<Map<String, Parameter>> declared) {
        this.desk = desk;
        this.called = called;
        this.declared = declared;
    }

    Map<String, Text> texts() {
        return texts;
    }

    Map<String, String> secrets() {
        return secrets;
    }

    void read(Node.Field field) {
        Optional<Node.Scalar> written = Entries.filled(field.value());
        Optional<Parameter> parameter = declared.map(all -> all.get(field.key()));
        if (declared.isPresent() && parameter.isEmpty()) {
            unknown(field, declared.get().keySet());
        } else if (parameter.filter(it -> it.type() == ParameterType.SECRET).isPresent()) {
            written.ifPresent(name -> secret(field.key(), name));
        } else {
            written.ifPresent(scalar -> text(field.key(), scalar, parameter));
        }
    }

    private void unknown(Node.Field field, Set<String> there) {
        String hint = Nearest.hint(field.key(), there);
        String known = there.isEmpty() ? "it has none" : "it has " + String.join(", ", there);
        desk.problems()
                .error(
                        field.position(),
                        "unknown-parameter",
                        "%s has no parameter `%s`%s"
                                .formatted(
                                        called, field.key(), hint.isEmpty() ? "; " + known : hint));
    }

    /// A secret is handed on by its name, so that it never becomes part of a text.
    private void secret(String parameter, Node.Scalar name) {
        if (desk.secretNames().contains(name.text())) {
            secrets.put(parameter, name.text());
            return;
        }
        Set<String> own = desk.secretNames();
        desk.problems()
                .error(
                        name.position(),
                        "secret",
                        "`%s` is a secret of %s: name a secret parameter of this runbook here, never a value; %s"
                                .formatted(
                                        parameter,
                                        called,
                                        own.isEmpty()
                                                ? "this runbook declares none"
                                                : "it has "
                                                        + String.join(
                                                                ", ",
                                                                own.stream().sorted().toList())));
    }

    private void text(String name, Node.Scalar scalar, Optional<Parameter> parameter) {
        Optional<Text> text = desk.words(scalar);
        if (text.isEmpty()) {
            return;
        }
        texts.put(name, text.get());
        text.get().names().stream()
                .filter(NOT_HERE::contains)
                .sorted()
                .findFirst()
                .ifPresent(word ->
                        desk.problems()
                                .error(
                                        scalar.position(),
                                        "template",
                                        "`%s` means nothing here; `with` knows `params` and `hosts`"
                                                .formatted(word)));
        if (text.get().names().isEmpty()) {
            parameter.ifPresent(it -> constant(it, text.get()));
        }
    }

    private void constant(Parameter parameter, Text text) {
        Scope nothing =
                new Scope(
                        Map.of(),
                        Inventory.EMPTY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        if (text.render(nothing) instanceof Rendered.Done done
                && new ParameterValue(parameter, Optional.empty()).of(done.text())
                        instanceof ParameterValue.Bad bad) {
            desk.problems()
                    .error(
                            text.position(),
                            "parameter-value",
                            "parameter `%s` of %s %s"
                                    .formatted(parameter.name(), called, bad.reason()));
        }
    }

    /// What the called runbook must be given and is not.
    void missing(StepNode step) {
        Set<String> written = new HashSet<>();
        step.entries().map("with").forEach(field -> written.add(field.key()));
        for (Parameter parameter : declared.orElse(Map.of()).values()) {
            if (parameter.fallback().isEmpty() && !written.contains(parameter.name())) {
                desk.problems()
                        .error(
                                step.position(),
                                "missing-parameter",
                                "%s must be given `%s`, which has no default; write `with: { %s: … }`%s"
                                        .formatted(
                                                called,
                                                parameter.name(),
                                                parameter.name(),
                                                parameter.type() == ParameterType.SECRET
                                                        ? " with the name of a secret of this runbook"
                                                        : ""));
            }
        }
    }
}
