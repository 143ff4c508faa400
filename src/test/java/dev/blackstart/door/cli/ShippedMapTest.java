package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The inventories that are shipped, those of the lab's profiles, stand in nobody's own way, and
/// every runbook they name is there: `map --check` as CI would ask.
class ShippedMapTest {
    /// The lab's own functions write it, as `lab up` does; no root is needed for that.
    private static final String WRITTEN =
            """
            set -e
            LAB_HERE=$0 BLACKSTART_LAB=$1 WITH_STORAGE=yes
            for part in "$LAB_HERE/knobs.env" "$LAB_HERE"/lib/*.sh; do . "$part"; done
            mkdir -p "$LAB_RUN"
            echo "$2" >"$LAB_RUN/profile"
            hosts_table | while read -r name address rest; do echo "$name,$address $3"; done >"$LAB_KNOWN"
            inventory_write
            """;

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ8m0AtYTzs0Ir0sBhMVOXMO7tUDPVQBYY0uD1sT0dCc";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"core", "incident-a", "node"})
    void theInventoryOfTheLabPasses(String profile) throws Exception {
        Path lab = Path.of("docker/lab").toAbsolutePath();
        Process writing =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                WRITTEN,
                                lab.toString(),
                                folder.toString(),
                                profile,
                                KEY)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(writing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(writing.waitFor()).as(said).isZero();
        assertThat(Files.readString(folder.resolve("inventory.yaml"))).contains("services:");

        Terminal terminal = new Terminal(Path.of("").toAbsolutePath(), false, "");
        int exit =
                new Door(terminal.surroundings(), Fakes.ports())
                        .run(
                                "map",
                                "--check",
                                "--outage",
                                "120s",
                                "--runbooks",
                                Path.of("runbooks").toAbsolutePath().toString(),
                                "--inventory",
                                folder.resolve("inventory.yaml").toString());
        assertThat(exit).as(terminal.shown() + terminal.complained()).isZero();
    }
}
