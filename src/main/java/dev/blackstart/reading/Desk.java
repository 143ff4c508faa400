package dev.blackstart.reading;

import dev.blackstart.expression.Expressions;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Derivation;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.ScriptFile;
import dev.blackstart.runbook.Text;
import dev.blackstart.template.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the readers of steps share: the parameters, the expressions over all declared names, the
/// scripts beside the runbook, and the problems found so far.
final class Desk {
    private final Problems problems;
    private final Scripts scripts;
    private final Map<String, ParameterType> parameters;
    private final Expressions expressions;
    private final Set<String> broken;

    /// @param broken findings whose own expression was refused; what mentions them is not compiled,
    ///   so that one mistake is said once
    Desk(
            Problems problems,
            Scripts scripts,
            Map<String, ParameterType> parameters,
            Expressions expressions,
            Set<String> broken) {
        this.problems = problems;
        this.scripts = scripts;
        this.parameters = parameters;
        this.expressions = expressions;
        this.broken = broken;
    }

    Problems problems() {
        return problems;
    }

    Optional<Condition> condition(Entries entries, String key, boolean hostAllowed) {
        return entries.scalar(key).flatMap(scalar -> condition(scalar, hostAllowed));
    }

    Optional<Condition> condition(Node.Scalar scalar, boolean hostAllowed) {
        return mentionsBroken(scalar)
                ? Optional.empty()
                : problems.take(expressions.condition(scalar.snippet(), hostAllowed));
    }

    Optional<Derivation> derivation(Node.Scalar scalar) {
        return mentionsBroken(scalar)
                ? Optional.empty()
                : problems.take(expressions.derivation(scalar.snippet()));
    }

    Optional<Measure> measure(Node.Scalar scalar) {
        return problems.take(Expressions.measure(scalar.snippet(), parameters));
    }

    Optional<Text> command(Node.Scalar scalar) {
        return problems.take(Texts.command(scalar.snippet(), plainNames(), secretNames()));
    }

    Optional<Text> words(Node.Scalar scalar) {
        return problems.take(Texts.words(scalar.snippet(), plainNames(), secretNames()));
    }

    Optional<ScriptFile> script(Node.Scalar path) {
        return path.text().matches(Forms.SCRIPT.pattern())
                ? problems.take(scripts.read(path.text(), path.position()))
                : Optional.empty();
    }

    /// The text of a file below `templates/`.
    Optional<Text> template(Node.Scalar path) {
        return path.text().matches(Forms.SCRIPT.pattern())
                ? problems.take(scripts.template(path.text(), path.position()))
                        .flatMap(source ->
                                problems.take(
                                        Texts.words(
                                                new WholeFile(source),
                                                plainNames(),
                                                secretNames())))
                : Optional.empty();
    }

    /// The type of a parameter; empty when there is none of that name.
    Optional<ParameterType> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    Set<String> secretNames() {
        return names(true);
    }

    private Set<String> plainNames() {
        return names(false);
    }

    private Set<String> names(boolean secret) {
        return parameters.entrySet().stream()
                .filter(entry -> (entry.getValue() == ParameterType.SECRET) == secret)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean mentionsBroken(Node.Scalar scalar) {
        boolean mentions = Words.in(scalar.text()).stream().anyMatch(broken::contains);
        if (mentions && !problems.refused()) {
            problems.add(
                    List.of(
                            Problem.error(
                                    scalar.position(),
                                    "expression",
                                    "this expression names a finding that was refused")));
        }
        return mentions;
    }
}
