package dev.blackstart.expression;

import dev.blackstart.runbook.FindingName;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Replaces every input of one expression by a variable of its type, so that CEL checks and
/// computes the rest.
final class Rewriter {
    private final Compilation compilation;
    private final Scope scope;
    private final Map<String, Input> inputs = new LinkedHashMap<>();

    Rewriter(Compilation compilation, Scope scope) {
        this.compilation = compilation;
        this.scope = scope;
    }

    /// The inputs by the variable that stands for each.
    Map<String, Input> inputs() {
        return inputs;
    }

    CelExpr rewrite(CelExpr expr) {
        return switch (expr.getKind()) {
            case NOT_SET, CONSTANT -> expr;
            case IDENT -> input(expr, compilation.resolver().identifier(expr, scope));
            case SELECT -> input(expr, compilation.resolver().selection(expr, scope));
            case CALL -> call(expr);
            case LIST -> list(expr);
            case STRUCT, MAP, COMPREHENSION ->
                    input(expr, compilation.resolver().complain(expr, "Braces have no use here."));
        };
    }

    private CelExpr call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        if (call.target().isEmpty()) {
            Optional<Question> question = Question.named(call.function());
            if (question.isPresent()) {
                return input(expr, compilation.resolver().overHosts(expr, question.get()));
            }
        } else if (isHosts(call.target().get())) {
            return input(expr, quantified(expr));
        }
        return CelExpr.ofCall(
                expr.id(),
                call.target().map(this::rewrite),
                call.function(),
                call.args().stream()
                        .map(this::rewrite)
                        .collect(com.google.common.collect.ImmutableList.toImmutableList()));
    }

    private CelExpr list(CelExpr expr) {
        return CelExpr.ofList(
                expr.id(),
                expr.list().elements().stream()
                        .map(this::rewrite)
                        .collect(com.google.common.collect.ImmutableList.toImmutableList()),
                expr.list().optionalIndices());
    }

    private static boolean isHosts(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.IDENT && expr.ident().name().equals("hosts");
    }

    private Optional<Input> quantified(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        boolean every = call.function().equals("all");
        List<CelExpr> arguments = call.args();
        if (!every && !call.function().equals("exists")
                || arguments.size() != 2
                || arguments.getFirst().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return compilation
                    .resolver()
                    .complain(
                            expr, "`hosts` is only used as hosts.exists(h, …) or hosts.all(h, …).");
        }
        String variable = arguments.getFirst().ident().name();
        return compilation
                .condition(arguments.get(1), scope.with(variable))
                .map(body ->
                        new Input.Quantified(
                                compilation.written(expr),
                                every,
                                variable,
                                body.node(),
                                asked(body.inputs(), variable)));
    }

    private static Set<FindingName> asked(List<Input> inputs, String variable) {
        return inputs.stream()
                .filter(Input.OfHost.class::isInstance)
                .map(Input.OfHost.class::cast)
                .filter(input -> input.variable().equals(variable))
                .map(Input.OfHost::finding)
                .collect(Collectors.toSet());
    }

    private CelExpr input(CelExpr expr, Optional<Input> found) {
        if (found.isEmpty()) {
            return CelExpr.ofConstant(expr.id(), CelConstant.ofValue(true));
        }
        Input input = found.get();
        compilation.mentions().add(input);
        for (Map.Entry<String, Input> known : inputs.entrySet()) {
            if (known.getValue().equals(input)) {
                return CelExpr.ofIdent(expr.id(), known.getKey());
            }
        }
        String variable = Dialect.variable(input.type(), inputs.size());
        inputs.put(variable, input);
        return CelExpr.ofIdent(expr.id(), variable);
    }
}
