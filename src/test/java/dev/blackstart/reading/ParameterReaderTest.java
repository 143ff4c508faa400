package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Value;
import dev.blackstart.testing.CaseFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every kind of value a person or a program may give, in `src/test/resources/parameters/cases`.
class ParameterReaderTest {
    private static final Inventory INVENTORY =
            accepted(
                    InventoryReader.read(
                            "inventory.yaml", "hosts: { cp1: { address: 192.0.2.1, user: ops } }"));

    @TestFactory
    Stream<DynamicTest> everyValueIsTakenOrRefusedInTheseWords() {
        return CaseFile.tests("parameters/cases", ParameterReaderTest::transcript);
    }

    @Test
    void aValueLongerThan32KibIsRefused() {
        Read<Parameters> read =
                ParameterReader.read(
                        runbook(),
                        INVENTORY,
                        Map.of("token", "sesame-open", "words", "x".repeat(32 * 1024 + 1)));
        assertThat(read.problems())
                .extracting(Problem::message)
                .containsExactly("parameter `words` must not be longer than 32 KiB");
    }

    @Test
    void secretsAreKeptApartAndDoNotPrint() {
        Parameters parameters =
                accepted(
                        ParameterReader.read(runbook(), INVENTORY, Map.of("token", "sesame-open")));
        assertThat(parameters.values()).doesNotContainKey("token");
        assertThat(parameters.secrets())
                .hasEntrySatisfying(
                        "token", secret -> assertThat(secret.reveal()).isEqualTo("sesame-open"));
        assertThat(parameters.toString()).doesNotContain("sesame");
    }

    private static String transcript(String given) {
        return switch (ParameterReader.read(runbook(), INVENTORY, parse(given))) {
            case Read.Accepted<Parameters> accepted ->
                    "accepted\n" + changed(accepted.value().values());
            case Read.Refused<Parameters> refused ->
                    refused.problems().stream()
                            .map(p -> p.message() + " [" + p.rule() + "]")
                            .collect(Collectors.joining("\n", "refused\n", ""));
        };
    }

    private static String changed(Map<String, Value> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// Lines of `name="value"`, the value as JSON writes texts.
    private static Map<String, String> parse(String given) {
        Map<String, String> values = new LinkedHashMap<>();
        given.lines()
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    values.put(line.substring(0, equals), json(line.substring(equals + 1)));
                });
        return values;
    }

    private static String json(String text) {
        try {
            return new ObjectMapper().readValue(text, String.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Runbook runbook() {
        return accepted(RunbookReader.read(Path.of("src/test/resources/parameters")));
    }

    private static <T> T accepted(Read<T> read) {
        assertThat(read.problems()).isEmpty();
        return ((Read.Accepted<T>) read).value();
    }
}
