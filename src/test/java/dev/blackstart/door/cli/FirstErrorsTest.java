package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a new user gets wrong in the first hour: each answer names what to type next.
class FirstErrorsTest {
    private static final String RUNBOOK =
            """
            runbook: web
            title: Web
            parameters: { unit: { type: service_name, help: The unit } }
            steps:
              - check: unit
                on: nodes
                run: systemctl is-active [=params.unit]
                findings: { unit_down: exit != 0 }
              - derive: page
                on: nodes
                value: host.unit_down
            """;
    private static final String INVENTORY =
            "hosts: { web1: { address: 192.0.2.1, user: ops, groups: [ nodes ] } }\n";

    @TempDir Path folder;

    record Case(String name, String runbook, String inventory, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("no-runbooks", "", "", "run web"),
                new Case("no-runbooks-list", "", "", "list"),
                new Case("no-inventory", RUNBOOK, "", "plan web -p unit=nginx"),
                new Case(
                        "yaml-wrong",
                        RUNBOOK.replace("    on: nodes\n    run", "    on: nodes\n  run"),
                        INVENTORY,
                        "plan web"),
                new Case(
                        "key-wrong",
                        RUNBOOK.replace("findings", "finding").replace("title", "titel"),
                        INVENTORY,
                        "plan web"),
                new Case(
                        "finding-unknown",
                        RUNBOOK.replace("host.unit_down", "host.unit_dwn"),
                        INVENTORY,
                        "plan web"),
                new Case("parameter-missing", RUNBOOK, INVENTORY, "run web"),
                new Case(
                        "inventory-wrong",
                        RUNBOOK,
                        INVENTORY.replace("192.0.2.1", "192.0.2.300"),
                        "plan web -p unit=nginx"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheNextCommand(Case it) throws IOException {
        prepare(it);
        Terminal terminal = new Terminal(folder, false, "");

        new Door(terminal.surroundings(), Fakes.ports()).run(it.words().split(" "));

        String said =
                (terminal.shown() + terminal.complained()).replace(folder.toString(), "/WORK");
        Golden.check("cli/first/" + it.name() + ".txt", said);
        assertThat(said).containsPattern("blackstart [a-z]+| -p [A-Za-z_]+=");
    }

    private void prepare(Case it) throws IOException {
        Path runbooks = Files.createDirectories(folder.resolve("runbooks"));
        if (!it.runbook().isEmpty()) {
            Path web = Files.createDirectories(runbooks.resolve("web"));
            Files.writeString(web.resolve("runbook.yaml"), it.runbook());
        }
        if (!it.inventory().isEmpty()) {
            Files.writeString(runbooks.resolve("inventory.yaml"), it.inventory());
        }
    }

    @Test
    void noCaseIsForgotten() throws IOException {
        try (Stream<Path> goldens = Files.list(Path.of("src/test/resources/cli/first"))) {
            List<String> names =
                    goldens.map(file -> file.getFileName().toString().replace(".txt", "")).toList();
            assertThat(cases().map(Case::name).toList()).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
