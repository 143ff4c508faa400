package dev.blackstart.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.Derivation;
import dev.blackstart.runbook.Explained;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Sample;
import dev.blackstart.testing.CaseFile;
import dev.blackstart.testing.PlainSnippet;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every sentence that says why something is true, false or unknown.
class ExplainedTest {
    @TestFactory
    Stream<DynamicTest> whyAConditionIsWhatItIs() {
        return CaseFile.tests("expression/explained", ExplainedTest::explain);
    }

    @TestFactory
    Stream<DynamicTest> whatIsDerived() {
        return CaseFile.tests("expression/derived", ExplainedTest::derive);
    }

    /// The first line is the condition, with ` @ HOST` after it when it is asked for one host.
    private static String explain(String input) {
        List<String> lines = input.lines().toList();
        String[] parts = lines.getFirst().split(" @ ");
        Optional<HostName> host =
                parts.length > 1 ? Optional.of(new HostName(parts[1])) : Optional.empty();
        Read<Condition> read =
                new Expressions(Sentences.DECLARED)
                        .condition(new PlainSnippet(parts[0]), host.isPresent());
        assertThat(read).isInstanceOf(Read.Accepted.class);
        Condition condition = ((Read.Accepted<Condition>) read).value();
        Explained explained =
                condition.evaluate(Sentences.facts(lines.subList(1, lines.size())), host);
        return explained.truth().name().toLowerCase(Locale.ROOT)
                + "\n"
                + String.join("\n", explained.reasons());
    }

    private static String derive(String input) {
        List<String> lines = input.lines().toList();
        String[] parts = lines.getFirst().split(" @ ");
        Read<Derivation> read =
                new Expressions(Sentences.DECLARED).derivation(new PlainSnippet(parts[0]));
        assertThat(read).isInstanceOf(Read.Accepted.class);
        Derivation derivation = ((Read.Accepted<Derivation>) read).value();
        Sample sample =
                derivation.derive(
                        Sentences.facts(lines.subList(1, lines.size())), new HostName(parts[1]));
        return derivation.type() + ": " + shown(sample);
    }

    private static String shown(Sample sample) {
        return switch (sample) {
            case Sample.Known known ->
                    known.value().shown()
                            + " from "
                            + Duration.between(known.at(), SettableFacts.NOW).toSeconds()
                            + " s ago, "
                            + known.how();
            case Sample.Unknown unknown -> "unknown, " + unknown.reason();
            case Sample.Inadmissible not -> "inadmissible, " + not.reason();
        };
    }
}
