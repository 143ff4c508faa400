package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every verb explains itself, with an example.
class HelpTest {
    static Stream<List<String>> verbs() {
        return Stream.of(
                        "init",
                        "new",
                        "list",
                        "show",
                        "lint",
                        "schema",
                        "plan",
                        "diagnose",
                        "run",
                        "rehearse",
                        "drill",
                        "lab",
                        "resume",
                        "runs",
                        "report",
                        "evidence",
                        "loans",
                        "loans repay",
                        "abort",
                        "audit",
                        "audit verify",
                        "map",
                        "doctor",
                        "serve",
                        "token",
                        "token create",
                        "token link",
                        "token list",
                        "token revoke",
                        "")
                .map(words -> words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    private static int run(Terminal terminal, List<String> words) {
        return new Door(terminal.surroundings(), Fakes.ports()).run(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void helpIsAsWritten(List<String> verb) {
        Terminal terminal = new Terminal(Path.of("/"), false, "");
        List<String> words = Stream.concat(verb.stream(), Stream.of("--help")).toList();

        assertThat(run(terminal, words)).isZero();

        String name = verb.isEmpty() ? "blackstart" : String.join("-", verb);
        Golden.check("cli/help/" + name + ".txt", terminal.shown());
        assertThat(terminal.shown()).contains("Example:\n  blackstart ");
        assertThat(terminal.shown().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void noVerbIsUsage() {
        Terminal terminal = new Terminal(Path.of("/"), false, "");
        assertThat(run(terminal, List.of())).isEqualTo(2);
        assertThat(terminal.shown()).contains("Verbs:");
    }
}
