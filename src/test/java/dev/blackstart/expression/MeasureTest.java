package dev.blackstart.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Reach;
import dev.blackstart.runbook.CheckResult;
import dev.blackstart.runbook.Measure;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Value;
import dev.blackstart.testing.CaseFile;
import dev.blackstart.testing.PlainSnippet;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a finding makes of a command's result. A case is the expression, then `exit N`, `timed out`
/// or `signal`, then standard output. Behind `exit N` stands what standard error said, or `cut`.
class MeasureTest {
    @TestFactory
    Stream<DynamicTest> aFindingOverOneResult() {
        return CaseFile.tests("expression/measured", MeasureTest::take);
    }

    private static String take(String input) {
        String[] parts = input.split("\n", 3);
        Read<Measure> read =
                Expressions.measure(new PlainSnippet(parts[0]), Sentences.DECLARED.parameters());
        assertThat(read.problems()).isEmpty();
        Measure measure = ((Read.Accepted<Measure>) read).value();
        Reading reading = measure.take(result(parts[1], parts.length > 2 ? parts[2] : ""));
        return measure.type()
                + ": "
                + switch (reading) {
                    case Reading.Taken taken -> taken.value().shown();
                    case Reading.Missing missing -> "missing, " + missing.reason();
                };
    }

    private static CheckResult result(String end, String stdout) {
        String[] words = end.split(" ", 3);
        OptionalInt exit =
                words[0].equals("exit")
                        ? OptionalInt.of(Integer.parseInt(words[1]))
                        : OptionalInt.empty();
        String rest = words.length > 2 ? words[2] : "";
        return new CheckResult(
                new Host(
                        new HostName("cp1"),
                        new Address("10.0.0.7", true),
                        22,
                        "root",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Reach.SSH,
                        Map.of()),
                Map.of("daemon", new Value.Words("rke2-server"), "retries", new Value.Whole(3)),
                exit,
                stdout,
                rest,
                rest.equals("cut") ? Set.of("stdout") : Set.of(),
                Duration.ofMillis(4_200),
                end.equals("timed out"));
    }
}
