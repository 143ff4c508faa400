package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Verbs that contact nothing, and every way to get a command line wrong.
class VerbsTest {
    @TempDir Path folder;

    /// @param name of the golden file
    record Case(String name, int exit, List<String> words) {
        static Case of(String name, int exit, String words) {
            return new Case(name, exit, List.of(words.split(" ")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("list", 0, "list"),
                Case.of("list-drills", 0, "list --drills"),
                Case.of("list-json", 0, "list --output json"),
                Case.of("show", 0, "show stuck-cache"),
                Case.of("show-json", 0, "show stuck-cache --output json"),
                Case.of("lint", 0, "lint"),
                Case.of("lint-json", 0, "lint --output json"),
                Case.of("plan", 0, "plan stuck-cache -p cache=/srv/cache"),
                Case.of(
                        "plan-elsewhere",
                        3,
                        "plan stuck-cache --inventory runbooks/elsewhere.yaml"),
                Case.of("plan-json", 0, "plan stuck-cache --output json"),
                Case.of("runs-none", 0, "runs"),
                Case.of("runs-host", 0, "runs --host nosuch"),
                Case.of("loans-none", 0, "loans"),
                Case.of("loans-json", 0, "loans --output json"),
                Case.of("loans-repay-none", 3, "loans repay last"),
                Case.of("loans-repay", 3, "loans repay"),
                Case.of("audit", 0, "audit verify"),
                Case.of("audit-json", 0, "audit verify --output json"),
                Case.of("report-none", 3, "report"),
                Case.of("evidence-none", 3, "evidence last"),
                Case.of("resume-none", 3, "resume"),
                Case.of("abort-none", 3, "abort"),
                Case.of("serve", 3, "serve --listen 192.0.2.5"),
                Case.of("serve-name", 2, "serve --listen example.org"),
                Case.of("token-create", 2, "token create a --scopes look --runbooks all"),
                Case.of("verb-near", 2, "lst"),
                Case.of("verb-far", 2, "reboot"),
                Case.of("option-near", 2, "list --runbook x"),
                Case.of("option-far", 2, "list --force"),
                Case.of("no-force", 2, "run stuck-cache --force"),
                Case.of("auto-is-for-drills", 2, "run stuck-cache --auto"),
                Case.of("missing", 2, "run"),
                Case.of("audit-alone", 2, "audit"),
                Case.of("too-many", 2, "show stuck-cache other"),
                Case.of("output-unknown", 2, "list --output yaml"),
                Case.of("schema-unknown", 2, "schema runbok"),
                Case.of("runbook-near", 3, "show stuk-cache"),
                Case.of("runbook-far", 3, "run ../../etc/passwd"),
                Case.of("drill-unknown", 3, "drill left-lck"),
                Case.of("parameter-unknown", 3, "run stuck-cache -p cahce=/x"),
                Case.of("parameter-wrong", 3, "run stuck-cache -p cache=../x"),
                Case.of("inventory-missing", 3, "run stuck-cache --inventory nowhere.yaml"),
                Case.of("inventory-missing-lint", 3, "lint --inventory nowhere.yaml"),
                Case.of("identity-missing", 3, "run stuck-cache --identity nowhere"),
                Case.of("known-hosts-missing", 3, "diagnose stuck-cache --known-hosts nowhere"),
                Case.of("identity-folder", 3, "run stuck-cache --identity runbooks"),
                Case.of("runbooks-missing", 3, "list --runbooks nowhere"),
                Case.of("secret-unknown", 3, "run stuck-cache --secret-file token=/x"),
                Case.of("hostile-name", 3, "show \u001b[2Jx"));
    }

    @BeforeEach
    void copyRunbooks() throws IOException {
        Path source = Path.of("src/test/resources/cli/runbooks");
        try (Stream<Path> all = Files.walk(source)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("runbooks").resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysAsWritten(Case it) {
        Terminal terminal = new Terminal(folder, false, "");

        int exit =
                new Door(terminal.surroundings(), Fakes.ports())
                        .run(it.words().toArray(String[]::new));

        String said = terminal.shown() + terminal.complained();
        Golden.check("cli/verbs/" + it.name() + ".txt", said.replace(folder.toString(), "/WORK"));
        assertThat(exit).isEqualTo(it.exit());
        assertThat(it.exit() == 0 ? terminal.complained() : terminal.shown()).isEmpty();
    }

    @Test
    void ofSeveralDrillsOnlyThoseThatFitAreNamed() throws IOException {
        Path drills = folder.resolve("runbooks/stuck-cache/drills");
        String drill = Files.readString(drills.resolve("left-lock.yaml"));
        Files.writeString(
                drills.resolve("other-lock.yaml"), drill.replace("left-lock", "other-lock"));
        Terminal terminal = new Terminal(folder, false, "");
        assertThat(new Door(terminal.surroundings(), Fakes.ports()).run("drill", "stuck-cache"))
                .isEqualTo(3);
        assertThat(terminal.complained())
                .isEqualTo(
                        "2 drills fit stuck-cache; name the one that is meant: blackstart drill left-lock or other-lock.\n");
    }

    /// Whether it is a terminal or a pipe does not matter; what is a file by its nature stays
    /// UTF-8.
    @ParameterizedTest
    @ValueSource(strings = {"show stuck-cache", "plan stuck-cache", "list", "show ä"})
    void wordsAreAsciiWhereTheLocaleHasNoUnicode(String words) throws IOException {
        Path book = folder.resolve("runbooks/stuck-cache/runbook.yaml");
        Files.writeString(
                book,
                Files.readString(book).replaceFirst("(?m)^title: .*", "title: Größe prüfen …"));
        for (boolean person : List.of(true, false)) {
            Terminal terminal = new Terminal(folder, person, "").locale("C");
            new Door(terminal.surroundings(), Fakes.ports()).run(words.split(" "));
            assertThat(terminal.shown() + terminal.complained())
                    .isNotEmpty()
                    .matches("[\\x00-\\x7f]*");
        }
    }

    @Test
    void schemaIsThatOfTheReader() {
        Terminal terminal = new Terminal(folder, false, "");
        assertThat(new Door(terminal.surroundings(), Fakes.ports()).run("schema", "runbook"))
                .isZero();
        assertThat(terminal.shown()).contains("\"$schema\"");
    }
}
