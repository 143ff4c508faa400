package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The schema and the reader agree on every case: what is accepted is valid, and what is refused
/// for its shape is not.
class SchemaAgreementTest {
    private static final Set<String> ABOUT_SHAPE =
            Set.of(
                    "unknown-key",
                    "wrong-type",
                    "wrong-form",
                    "wrong-value",
                    "missing-key",
                    "missing-value",
                    "conflicting-keys",
                    "step-kind");

    private static final Set<String> NOT_A_TREE =
            Set.of("encoding", "file-size", "duplicate-key", "hidden-character");

    @TestFactory
    Stream<DynamicTest> theSchemaAgreesWithTheReader() throws IOException {
        return Case.in("reading").stream()
                .filter(example -> verdict(example.read()) != Verdict.BEYOND_THE_SCHEMA)
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> compare(example)));
    }

    private static void compare(Case example) throws IOException {
        boolean inventory = example.has("inventory.yaml");
        boolean drill = example.has("drill.yaml");
        String file = inventory ? "inventory.yaml" : drill ? "drill.yaml" : "runbook.yaml";
        String schema = inventory ? Schema.inventory() : drill ? Schema.drill() : Schema.runbook();
        String json = NodeJson.of(Yaml.parse(file, example.text(file)).tree().orElseThrow());
        List<Error> errors =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(json, InputFormat.JSON);
        if (verdict(example.read()) == Verdict.FITS) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors).isNotEmpty();
        }
    }

    private enum Verdict {
        FITS,
        DOES_NOT_FIT,
        BEYOND_THE_SCHEMA
    }

    private static Verdict verdict(Read<?> read) {
        if (read instanceof Read.Accepted<?>) {
            return Verdict.FITS;
        }
        List<String> rules = read.problems().stream().map(Problem::rule).toList();
        boolean broken =
                rules.stream()
                        .anyMatch(rule -> rule.startsWith("yaml") || NOT_A_TREE.contains(rule));
        return !broken && rules.stream().anyMatch(ABOUT_SHAPE::contains)
                ? Verdict.DOES_NOT_FIT
                : Verdict.BEYOND_THE_SCHEMA;
    }
}
