package dev.blackstart.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a checked expression into the tree that is evaluated: its boolean structure as nodes, all
/// else as leaves that CEL computes.
final class TreeBuilder {
    private final Compilation compilation;
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Input> inputs;
    private final Map<Long, CelExpr> original = new HashMap<>();

    /// @param inputs by the variable that stands for each in `tree`
    /// @param written the same expression before its inputs were replaced
    TreeBuilder(
            Compilation compilation,
            CelAbstractSyntaxTree tree,
            Map<String, Input> inputs,
            CelExpr written) {
        this.compilation = compilation;
        this.tree = tree;
        this.inputs = inputs;
        remember(written);
    }

    private void remember(CelExpr expr) {
        original.put(expr.id(), expr);
        if (expr.getKind() == CelExpr.ExprKind.Kind.CALL) {
            expr.call().target().ifPresent(this::remember);
            expr.call().args().forEach(this::remember);
        } else if (expr.getKind() == CelExpr.ExprKind.Kind.LIST) {
            expr.list().elements().forEach(this::remember);
        }
    }

    Node build() {
        return node(tree.getExpr());
    }

    /// The whole expression as one leaf.
    Leaf leaf() {
        return leaf(tree.getExpr());
    }

    private Node node(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return leaf(expr);
        }
        List<CelExpr> arguments = expr.call().args();
        return switch (expr.call().function()) {
            case "_&&_" -> new Node.And(parts(expr, "_&&_"));
            case "_||_" -> new Node.Or(parts(expr, "_||_"));
            case "!_" -> new Node.Not(node(arguments.getFirst()));
            case "_?_:_" ->
                    isBool(expr)
                            ? new Node.Choice(
                                    node(arguments.get(0)),
                                    node(arguments.get(1)),
                                    node(arguments.get(2)))
                            : leaf(expr);
            default -> leaf(expr);
        };
    }

    private boolean isBool(CelExpr expr) {
        return tree.getType(expr.id()).filter(SimpleType.BOOL::equals).isPresent();
    }

    /// The parts of `a && b && c` side by side.
    private List<Node> parts(CelExpr expr, String operator) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL
                || !expr.call().function().equals(operator)) {
            return List.of(node(expr));
        }
        List<Node> parts = new ArrayList<>();
        expr.call().args().forEach(argument -> parts.addAll(parts(argument, operator)));
        return parts;
    }

    private Leaf leaf(CelExpr expr) {
        Map<String, Input> used = new LinkedHashMap<>();
        collect(expr, used);
        CelExpr before = original.getOrDefault(expr.id(), expr);
        return new Leaf(compilation.written(before), program(expr), used, comparison(expr));
    }

    private void collect(CelExpr expr, Map<String, Input> used) {
        switch (expr.getKind()) {
            case IDENT -> {
                Input input = inputs.get(expr.ident().name());
                if (input != null) {
                    used.put(expr.ident().name(), input);
                }
            }
            case CALL -> {
                expr.call().target().ifPresent(target -> collect(target, used));
                expr.call().args().forEach(argument -> collect(argument, used));
            }
            case LIST -> expr.list().elements().forEach(element -> collect(element, used));
            case NOT_SET, CONSTANT, SELECT, STRUCT, MAP, COMPREHENSION -> {}
        }
    }

    /// `min(f) < 5`: one side an input, which may be bounded, the other side computed without it.
    private Optional<Comparison> comparison(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL
                || !Comparison.OPERATORS.contains(expr.call().function())) {
            return Optional.empty();
        }
        CelExpr left = expr.call().args().get(0);
        CelExpr right = expr.call().args().get(1);
        return side(left, right).or(() -> side(right, left));
    }

    private Optional<Comparison> side(CelExpr input, CelExpr other) {
        Map<String, Input> used = new LinkedHashMap<>();
        collect(other, used);
        boolean alone =
                input.getKind() == CelExpr.ExprKind.Kind.IDENT
                        && inputs.containsKey(input.ident().name())
                        && !used.containsKey(input.ident().name());
        return alone
                ? Optional.of(new Comparison(input.ident().name(), program(other)))
                : Optional.empty();
    }

    private CelRuntime.Program program(CelExpr expr) {
        try {
            return Dialect.forConditions()
                    .createProgram(
                            CelAbstractSyntaxTree.newCheckedAst(
                                    expr,
                                    tree.getSource(),
                                    tree.getReferenceMap(),
                                    tree.getTypeMap()));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked expression makes a program", e);
        }
    }
}
