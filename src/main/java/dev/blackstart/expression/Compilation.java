package dev.blackstart.expression;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.runbook.ValueType;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compiles one expression of a runbook: names first, then types, then the tree that is evaluated.
final class Compilation {
    private final Places places;
    private final Resolver resolver;
    private final Mentions mentions = new Mentions();
    private final List<Problem> problems = new ArrayList<>();

    /// A condition and what it looks up.
    record Compiled(Node node, List<Input> inputs) {}

    /// A computed value and its type; `node` is there when the type is bool.
    record Computed(ValueType type, Leaf leaf, Optional<Node> node) {}

    Compilation(Declared declared, Snippet snippet, CelSource source) {
        this.places = new Places(snippet, source);
        this.resolver = new Resolver(new DeclaredNames(declared), places);
    }

    Places places() {
        return places;
    }

    Resolver resolver() {
        return resolver;
    }

    Mentions mentions() {
        return mentions;
    }

    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(resolver.problems());
        all.addAll(problems);
        return all.stream().distinct().sorted().toList();
    }

    /// A part of the expression as people write it.
    String written(CelExpr expr) {
        return CelUnparserFactory.newUnparser()
                .unparse(CelAbstractSyntaxTree.newParsedAst(expr, places.source()));
    }

    Optional<Compiled> condition(CelExpr expr, Scope scope) {
        Rewriter rewriter = new Rewriter(this, scope);
        return checked(expr, rewriter)
                .filter(tree -> isBool(tree, expr))
                .map(tree ->
                        new Compiled(
                                new TreeBuilder(this, tree, rewriter.inputs(), expr).build(),
                                List.copyOf(rewriter.inputs().values())));
    }

    Optional<Computed> value(CelExpr expr, Scope scope) {
        Rewriter rewriter = new Rewriter(this, scope);
        Optional<CelAbstractSyntaxTree> tree = checked(expr, rewriter);
        Optional<ValueType> type = tree.flatMap(t -> Types.of(t.getResultType()));
        if (tree.isPresent() && type.isEmpty()) {
            problems.add(
                    places.error(
                            0,
                            "A finding is bool, int, double or string; this is "
                                    + tree.get().getResultType().name()
                                    + "."));
        }
        return type.map(t ->
                computed(t, new TreeBuilder(this, tree.orElseThrow(), rewriter.inputs(), expr)));
    }

    private static Computed computed(ValueType type, TreeBuilder builder) {
        return new Computed(
                type,
                builder.leaf(),
                type == ValueType.BOOL ? Optional.of(builder.build()) : Optional.empty());
    }

    private boolean isBool(CelAbstractSyntaxTree tree, CelExpr expr) {
        boolean bool = Types.of(tree.getResultType()).filter(t -> t == ValueType.BOOL).isPresent();
        if (!bool) {
            problems.add(
                    places.error(
                            places.offset(expr),
                            "A condition is true or false; `"
                                    + written(expr)
                                    + "` is "
                                    + tree.getResultType().name()
                                    + "; compare it with something."));
        }
        return bool;
    }

    private Optional<CelAbstractSyntaxTree> checked(CelExpr expr, Rewriter rewriter) {
        CelExpr rewritten = rewriter.rewrite(expr);
        if (!problems().isEmpty()) {
            return Optional.empty();
        }
        if (rewriter.inputs().size() > Dialect.MOST_INPUTS) {
            problems.add(
                    places.error(
                            0, "An expression may use at most 100 different names; split it."));
            return Optional.empty();
        }
        CelValidationResult result =
                Dialect.forConditions()
                        .check(CelAbstractSyntaxTree.newParsedAst(rewritten, places.source()));
        try {
            if (!result.hasError()) {
                return Optional.of(result.getAst());
            }
        } catch (CelValidationException e) {
            throw new IllegalStateException("a tree without errors", e);
        }
        problems.addAll(new Complaints(places, FUNCTIONS).about(result.getErrors()));
        return Optional.empty();
    }

    private static final Vocabulary FUNCTIONS = new ConditionFunctions();
}
