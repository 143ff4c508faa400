package dev.blackstart.expression;

import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.ValueType;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out what the names in an expression mean. What cannot be understood becomes a problem.
final class Resolver {
    private final DeclaredNames names;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();

    Resolver(DeclaredNames names, Places places) {
        this.names = names;
        this.places = places;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    Optional<Input> complain(CelExpr at, String message) {
        return complain(places.offset(at), message);
    }

    private Optional<Input> complain(int offset, String message) {
        problems.add(places.error(offset, message));
        return Optional.empty();
    }

    Optional<Input> identifier(CelExpr expr, Scope scope) {
        String name = expr.ident().name();
        if (scope.isHost(name)) {
            return complain(expr, names.bare(name, scope));
        }
        Optional<Input> hypothesis = names.hypothesis(name).map(Input.Supposed::new);
        Optional<Input> answer =
                names.answer(name)
                        .map(f ->
                                new Input.Answer(
                                        f,
                                        names.declared()
                                                .answers()
                                                .getOrDefault(f, ValueType.BOOL)));
        return hypothesis.or(() -> answer).or(() -> complain(expr, names.bare(name, scope)));
    }

    /// `host.f`, `params.x`, `established.h`, `step.verified`.
    Optional<Input> selection(CelExpr expr, Scope scope) {
        CelExpr operand = expr.select().operand();
        String field = expr.select().field();
        if (operand.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return complain(expr, "Nothing here has a field `" + field + "`.");
        }
        String name = operand.ident().name();
        if (scope.isHost(name)) {
            return ofHost(expr, name, field);
        }
        return switch (name) {
            case Moment.HOST -> complain(operand, names.hostMissing());
            case "params" -> parameter(expr, field);
            case "established" ->
                    names.hypothesis(field)
                            .<Input>map(Input.Established::new)
                            .or(() -> complain(expr, names.unknownHypothesis(field)));
            default -> ofStep(expr, name, field, scope);
        };
    }

    private Optional<Input> ofHost(CelExpr expr, String variable, String field) {
        if (field.equals("name") || field.equals("address")) {
            return Optional.of(new Input.HostField(variable, field.equals("address")));
        }
        return names.finding(field)
                .<Input>map(f -> new Input.OfHost(variable, f, type(f)))
                .or(() -> complain(expr, names.unknownFinding(field)));
    }

    private ValueType type(FindingName finding) {
        return names.declared().findings().getOrDefault(finding, ValueType.BOOL);
    }

    private Optional<Input> parameter(CelExpr expr, String field) {
        Optional<ValueType> type =
                Optional.ofNullable(names.declared().parameters().get(field))
                        .flatMap(Types::ofParameter);
        if (type.isEmpty()) {
            problems.add(
                    ParameterNames.unknown(
                            places, places.offset(expr), field, names.declared().parameters()));
        }
        return type.map(t -> new Input.Given(field, t));
    }

    private Optional<Input> ofStep(CelExpr expr, String name, String field, Scope scope) {
        var step = names.step(name);
        if (step.isEmpty()) {
            return complain(expr.select().operand(), names.bare(name, scope));
        }
        return switch (field) {
            case "verified" -> Optional.of(new Input.Verified(step.get()));
            case "outcome" -> Optional.of(new Input.OutcomeOf(step.get()));
            default -> complain(expr, "A step has only verified and outcome, not `" + field + "`.");
        };
    }

    /// `any(f)` and its like.
    Optional<Input> overHosts(CelExpr expr, Question question) {
        List<CelExpr> arguments = expr.call().args();
        if (arguments.size() != 1
                || arguments.getFirst().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return complain(
                    expr,
                    "`"
                            + question.word()
                            + "` takes the name of one finding; for more write hosts.exists(h, …) or"
                            + " hosts.all(h, …).");
        }
        CelExpr argument = arguments.getFirst();
        String name = argument.ident().name();
        Optional<FindingName> finding = names.finding(name);
        if (finding.isEmpty()) {
            return complain(argument, notPerHost(name));
        }
        return fitting(argument, question, finding.get());
    }

    private String notPerHost(String name) {
        if (names.answer(name).isPresent()) {
            return "`"
                    + name
                    + "` is one person's answer, not a finding per host; use it by its name alone.";
        }
        if (names.hypothesis(name).isPresent()) {
            return "`" + name + "` is a hypothesis; use it by its name alone.";
        }
        return names.unknownFinding(name);
    }

    private Optional<Input> fitting(CelExpr at, Question question, FindingName finding) {
        ValueType type = type(finding);
        boolean number = type == ValueType.INT || type == ValueType.DOUBLE;
        boolean fits = question.ofNumbers() ? number : type == ValueType.BOOL;
        if (fits) {
            return Optional.of(new Input.OverHosts(question, finding, type));
        }
        String wanted = question.ofNumbers() ? "a number" : "true or false";
        return complain(
                at,
                "`"
                        + question.word()
                        + "` needs a finding that is "
                        + wanted
                        + ", and `"
                        + finding
                        + "` is "
                        + Types.word(type)
                        + ".");
    }
}
