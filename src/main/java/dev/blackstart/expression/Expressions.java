package dev.blackstart.expression;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Derivation;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.runbook.StateCondition;
import dev.blackstart.runbook.ValueType;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Compiles the expressions of one runbook. Every problem names its exact place, and the name that
/// was probably meant.
public final class Expressions {
    private final Declared declared;

    public Expressions(Declared declared) {
        this.declared = declared;
    }

    /// A finding over one command's result. `duration` is a CEL duration, as in `duration >
    /// duration("3s")`; a bare `json.field` is taken for true or false.
    public static Read<Measure> measure(Snippet text, Map<String, ParameterType> parameters) {
        Optional<Problem> unfit = unfit(text);
        return unfit.isPresent()
                ? new Read.Refused<>(List.of(unfit.get()))
                : new MeasureCompiler(text, parameters).compile();
    }

    /// A condition over the state of one simulated host: `state.NAME` and `host.name`.
    public static Read<StateCondition> state(Snippet text, Map<String, ValueType> state) {
        Optional<Problem> unfit = unfit(text);
        return unfit.isPresent()
                ? new Read.Refused<>(List.of(unfit.get()))
                : new StateCompiler(text, state).compile();
    }

    /// @param hostAllowed may `host.…` be used, because the condition is asked per host
    public Read<Condition> condition(Snippet text, boolean hostAllowed) {
        Scope scope = new Scope(hostAllowed, Set.of());
        return compile(
                text,
                (compilation, tree) ->
                        compilation
                                .condition(tree.getExpr(), scope)
                                .map(compiled ->
                                        new CompiledCondition(
                                                text.text(),
                                                text.start(),
                                                compilation.mentions().references(),
                                                compilation.mentions().host(),
                                                compiled.node())));
    }

    /// A finding of a host computed from others of the same host.
    public Read<Derivation> derivation(Snippet text) {
        Scope scope = new Scope(true, Set.of());
        return compile(
                text,
                (compilation, tree) ->
                        compilation
                                .value(tree.getExpr(), scope)
                                .map(value ->
                                        new CompiledDerivation(
                                                text.text(),
                                                text.start(),
                                                compilation.mentions().references(),
                                                compilation.mentions().ofHost(),
                                                value)));
    }

    private <T> Read<T> compile(
            Snippet text,
            BiFunction<Compilation, CelAbstractSyntaxTree, Optional<? extends T>> compiler) {
        Optional<Problem> unfit = unfit(text);
        if (unfit.isPresent()) {
            return new Read.Refused<>(List.of(unfit.get()));
        }
        CelValidationResult parsed = Dialect.forConditions().parse(text.text());
        Compilation compilation = new Compilation(declared, text, parsed.getSource());
        if (parsed.hasError()) {
            return new Read.Refused<>(
                    new Complaints(compilation.places(), new ConditionFunctions())
                            .about(parsed.getErrors()));
        }
        try {
            Optional<? extends T> compiled = compiler.apply(compilation, parsed.getAst());
            return compiled.isPresent()
                    ? new Read.Accepted<>(compiled.get(), List.of())
                    : new Read.Refused<>(compilation.problems());
        } catch (CelValidationException e) {
            throw new IllegalStateException("a tree without errors", e);
        }
    }

    private static Optional<Problem> unfit(Snippet text) {
        if (text.text().isBlank()) {
            return Optional.of(
                    Problem.error(text.start(), "expression", "There is no expression here."));
        }
        if (text.text().length() > Dialect.LONGEST) {
            return Optional.of(
                    Problem.error(
                            text.start(),
                            "expression",
                            "An expression has at most 2,000 characters; split it into findings."));
        }
        return Optional.empty();
    }
}
