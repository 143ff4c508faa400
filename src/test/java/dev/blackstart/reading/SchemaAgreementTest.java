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

/// The schema and the reader agree on every case: what is accepted is valid, and what is refused for its
/// shape is not.
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
        Read<dev.blackstart.reading.yaml.Node> tree = Yaml.parse(file, example.text(file));
        assertThat(tree).isInstanceOf(Read.Accepted.class);
        String json = NodeJson.of(((Read.Accepted<dev.blackstart.reading.yaml.Node>) tree).value());
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
        boolean broken = read.problems().stream().map(Problem::rule).anyMatch(r -> r.startsWith("yaml") || r.equals("duplicate-key") || r.equals("encoding") || r.equals("file-size") || r.equals("hidden-character"));
        return !broken && read.problems().stream().map(Problem::rule).anyMatch(ABOUT_SHAPE::contains)
                ? Verdict.DOES_NOT_FIT
                : Verdict.BEYOND_THE_SCHEMA;
    }
}
