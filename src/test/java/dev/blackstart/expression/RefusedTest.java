package dev.blackstart.expression;

import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Snippet;
import dev.blackstart.testing.CaseFile;
import dev.blackstart.testing.PlainSnippet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is wrong with an expression, and exactly where. The first line of a case says what is read.
class RefusedTest {
    @TestFactory
    Stream<DynamicTest> everyProblemHasItsPlace() {
        return CaseFile.tests("expression/refused", RefusedTest::problems);
    }

    private static String problems(String input) {
        String[] parts = input.split("\n", 2);
        return read(parts[0], new PlainSnippet(parts.length > 1 ? parts[1] : ""))
                .problems()
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static Read<?> read(String kind, Snippet text) {
        Expressions expressions = new Expressions(Sentences.DECLARED);
        return switch (kind) {
            case "measure" -> Expressions.measure(text, Sentences.DECLARED.parameters());
            case "condition" -> expressions.condition(text, false);
            case "condition per host" -> expressions.condition(text, true);
            case "derivation" -> expressions.derivation(text);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
