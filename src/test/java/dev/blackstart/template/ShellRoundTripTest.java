package dev.blackstart.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Text;
import dev.blackstart.testing.PlainSnippet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every hostile value of `security/values` goes through real shells and arrives as one argument
/// with the same bytes. A file there is one value, byte for byte; adding a file adds a case.
class ShellRoundTripTest {
    private static final Path VALUES = Path.of("src/test/resources/security/values");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @TestFactory
    Stream<DynamicTest> aValueArrivesAsOneArgument() throws IOException {
        try (Stream<Path> files = Files.list(VALUES)) {
            List<Path> values = files.sorted().toList();
            assertThat(values).hasSizeGreaterThan(15);
            return values.stream()
                    .flatMap(value -> Shell.ALL.stream().map(shell -> test(value, shell)));
        }
    }

    private DynamicTest test(Path file, Shell shell) {
        return DynamicTest.dynamicTest(
                file.getFileName() + " in " + String.join(" ", shell.command()),
                () -> {
                    String value = Files.readString(file);
                    equal(shell, "printf '%s' [=params.x]", value, value);
                    equal(
                            shell,
                            "set -- [=params.x]; printf '%s|' \"$#\" \"$1\"",
                            value,
                            "1|" + value + "|");
                    equal(
                            shell,
                            "printf '%s|' /var/[=params.x]/y[=params.x]",
                            value,
                            "/var/" + value + "/y" + value + "|");
                    equal(shell, "a=[=params.x]; printf '%s' \"$a\"", value, value);
                    equal(shell, "printf '%s' \"$(printf '%s.' [=params.x])\"", value, value + ".");
                    assertThat(folder).as("no trace of an injected command").isEmptyDirectory();
                });
    }

    private void equal(Shell shell, String command, String value, String expected)
            throws IOException, InterruptedException {
        Read<Text> read = Texts.command(new PlainSnippet(command), World.PARAMETERS, World.SECRETS);
        assertThat(read.problems()).isEmpty();
        Rendered rendered = ((Read.Accepted<Text>) read).value().render(World.scope(value));
        assertThat(rendered).isInstanceOf(Rendered.Done.class);
        assertThat(shell.run(folder, ((Rendered.Done) rendered).text()))
                .isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    }
}
