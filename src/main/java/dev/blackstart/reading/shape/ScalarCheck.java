package dev.blackstart.reading.shape;

import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Checks single values.
final class ScalarCheck {
    private final List<Problem> problems;

    ScalarCheck(List<Problem> problems) {
        this.problems = problems;
    }

    void check(Node node, Shape shape, String what) {
        if (!(node instanceof Node.Scalar scalar)) {
            error(
                    node,
                    "wrong-type",
                    "%s must be %s, not %s; put a text that starts with a bracket in quotes"
                            .formatted(what, expected(shape), Kind.of(node)));
            return;
        }
        if (scalar.text().isBlank()) {
            error(
                    node,
                    "missing-value",
                    "%s has no value; it must be %s".formatted(what, expected(shape)));
            return;
        }
        problem(scalar, shape)
                .ifPresent(wrong ->
                        error(
                                node,
                                wrong.rule(),
                                "%s must be %s%s"
                                        .formatted(what, expected(shape), wrong.detail())));
    }

    private record Wrong(String rule, String detail) {}

    private Optional<Wrong> problem(Node.Scalar scalar, Shape shape) {
        return switch (shape) {
            case Shape.Words words -> words(scalar, words.lines());
            case Shape.Form form ->
                    ambiguous(scalar)
                            .or(() ->
                                    when(
                                            !scalar.text().matches(form.pattern()),
                                            "wrong-form",
                                            scalar));
            case Shape.Expression e -> expression(scalar);
            case Shape.Length length -> length(scalar, length);
            case Shape.Whole whole -> whole(scalar, whole);
            case Shape.YesNo yesNo ->
                    when(
                            !scalar.plain() || !scalar.text().matches("true|false"),
                            "wrong-type",
                            scalar);
            case Shape.OneOf oneOf -> oneOf(scalar, oneOf);
            case Shape.Value value -> Optional.empty();
            case Shape.ListOf s -> Optional.empty();
            case Shape.MapOf s -> Optional.empty();
            case Shape.Fields s -> Optional.empty();
            case Shape.Kinds s -> Optional.empty();
            case Shape.Any s -> Optional.empty();
        };
    }

    private static Optional<Wrong> words(Node.Scalar scalar, boolean lines) {
        if (!lines && scalar.text().strip().contains("\n")) {
            return Optional.of(new Wrong("wrong-form", ", and this one has several"));
        }
        return ambiguous(scalar);
    }

    private static Optional<Wrong> ambiguous(Node.Scalar scalar) {
        if (!scalar.plain()) {
            return Optional.empty();
        }
        return Ambiguous.reading(scalar.text())
                .map(other ->
                        new Wrong(
                                "quote-it",
                                "; `%s` without quotes can be read as %s, so write '%s'"
                                        .formatted(scalar.text(), other, scalar.text())));
    }

    private static Optional<Wrong> expression(Node.Scalar scalar) {
        if (scalar.plain() && scalar.text().matches("true|false")) {
            return Optional.empty();
        }
        return ambiguous(scalar);
    }

    private static Optional<Wrong> length(Node.Scalar scalar, Shape.Length length) {
        Optional<Duration> parsed = Durations.parse(scalar.text());
        if (parsed.isEmpty()) {
            return when(true, "wrong-form", scalar);
        }
        boolean outside =
                parsed.get().compareTo(length.least()) < 0
                        || parsed.get().compareTo(length.most()) > 0;
        return when(outside, "out-of-range", scalar);
    }

    private static Optional<Wrong> whole(Node.Scalar scalar, Shape.Whole whole) {
        if (!scalar.plain() || !scalar.text().matches("0|-?[1-9][0-9]{0,17}")) {
            return when(true, "wrong-type", scalar);
        }
        long number = Long.parseLong(scalar.text());
        return when(number < whole.least() || number > whole.most(), "out-of-range", scalar);
    }

    private static Optional<Wrong> oneOf(Node.Scalar scalar, Shape.OneOf oneOf) {
        if (oneOf.words().contains(scalar.text())) {
            return Optional.empty();
        }
        String near =
                Nearest.to(scalar.text(), oneOf.words())
                        .map(word -> "; did you mean `" + word + "`?")
                        .orElse("");
        return Optional.of(new Wrong("wrong-value", ", not `" + scalar.text() + "`" + near));
    }

    private static Optional<Wrong> when(boolean wrong, String rule, Node.Scalar scalar) {
        return wrong
                ? Optional.of(new Wrong(rule, ", not " + asWritten(scalar)))
                : Optional.empty();
    }

    private static String asWritten(Node.Scalar scalar) {
        String text = "`" + shortened(scalar.text()) + "`";
        return !scalar.plain() && scalar.text().matches("true|false|-?[0-9]+")
                ? text + " in quotes"
                : text;
    }

    private static String shortened(String text) {
        String line = text.strip().replace("\n", " ");
        return line.length() > 60 ? line.substring(0, 57) + "..." : line;
    }

    static String expected(Shape shape) {
        return switch (shape) {
            case Shape.Words words -> words.lines() ? "a text" : "a text of one line";
            case Shape.Form form -> form.what();
            case Shape.Expression e -> "an expression";
            case Shape.Length length ->
                    "a length of time between %s and %s, such as 90s, 5m or 1h30m"
                            .formatted(
                                    Durations.show(length.least()), Durations.show(length.most()));
            case Shape.Whole whole ->
                    "a whole number from %d to %d".formatted(whole.least(), whole.most());
            case Shape.YesNo yesNo -> "true or false";
            case Shape.OneOf oneOf ->
                    oneOf.words().size() == 1
                            ? "`" + oneOf.words().getFirst() + "`"
                            : "one of " + String.join(", ", oneOf.words());
            case Shape.Value value -> "a single value";
            case Shape.ListOf s -> "a list";
            case Shape.MapOf s -> "names with values";
            case Shape.Fields s -> "keys with values";
            case Shape.Kinds s -> s.what();
            case Shape.Any s -> s.what();
        };
    }

    private void error(Node node, String rule, String message) {
        problems.add(Problem.error(node.position(), rule, message));
    }
}
