package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every sentence the readers say, in `src/test/resources/reading/*/expected.txt`.
class ReadingGoldenTest {
    @TestFactory
    Stream<DynamicTest> everyCaseIsAcceptedOrRefusedInTheseWords() throws IOException {
        return Case.in("reading").stream()
                .map(example ->
                        DynamicTest.dynamicTest(
                                example.name(),
                                () -> {
                                    String actual = example.transcript(example.read());
                                    assertThat(actual).isEqualTo(example.expected(actual));
                                }));
    }
}
