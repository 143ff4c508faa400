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

/// The map of services in its forms, and its word to CI.
class MapVerbTest {
    private static final List<String> RUNBOOKS =
            List.of(
                    "store-frozen",
                    "control-plane-cold-start",
                    "dns-deadlock",
                    "storage-client-blocklisted");

    @TempDir Path folder;
    private Terminal terminal = new Terminal(Path.of("."), false, "");

    @BeforeEach
    void anInventoryAndTheRunbooksItNames() throws IOException {
        Files.createDirectories(folder.resolve("runbooks"));
        Files.copy(
                Path.of("src/test/resources/topology/inventory.yaml"),
                folder.resolve("runbooks/inventory.yaml"));
        for (String name : RUNBOOKS) {
            Path runbook = Files.createDirectories(folder.resolve("runbooks").resolve(name));
            Files.writeString(runbook.resolve("runbook.yaml"), "runbook: " + name + "\n");
        }
    }

    private int say(String... words) {
        terminal = new Terminal(folder, false, "");
        return new Door(terminal.surroundings(), Fakes.ports())
                .run(Stream.concat(Stream.of("map"), Stream.of(words)).toArray(String[]::new));
    }

    private void inventory(String from, String to) throws IOException {
        Path file = folder.resolve("runbooks/inventory.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void itIsShownInEachForm() {
        assertThat(say("--outage", "120s")).isZero();
        Golden.check("cli/map/map.txt", terminal.shown());
        assertThat(say("--format", "mermaid")).isZero();
        Golden.check("cli/map/map.mermaid", terminal.shown());
        assertThat(say("--format", "svg")).isZero();
        Golden.check("cli/map/map.svg", terminal.shown());
        assertThat(say("--output", "json", "--outage", "120s")).isZero();
        Golden.check("cli/map/map.json", terminal.shown());
    }

    @Test
    void aCheckFailsWhileSomethingStandsInItsOwnWay() throws IOException {
        assertThat(say("--check")).isEqualTo(ExitCode.BROKEN.number());
        inventory("serves: [ cluster, dns ]", "serves: []");
        assertThat(say("--check")).isEqualTo(ExitCode.REFUSED.number());
        inventory("    serves: []\n", "");
        assertThat(say("--check")).isZero();
        assertThat(terminal.shown())
                .contains("cheapest cut: resolver_vip does without image_store");
        assertThat(say("--check", "--outage", "29s")).isZero();
        assertThat(say("--check", "--outage", "30s")).isEqualTo(ExitCode.BROKEN.number());
        Files.delete(folder.resolve("runbooks/dns-deadlock/runbook.yaml"));
        assertThat(say("--check")).isEqualTo(ExitCode.BROKEN.number());
        assertThat(terminal.shown()).contains("names the runbook dns-deadlock, and there is none");
    }

    @Test
    void whatCannotBeMeantIsSaid() throws IOException {
        assertThat(say("--outage", "soon")).isEqualTo(ExitCode.USAGE.number());
        assertThat(terminal.complained())
                .isEqualTo("--outage takes a length of time such as 120s or 10m, not soon.\n");
        inventory("need: image_store, cost", "need: image_shop, cost");
        assertThat(say()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(terminal.complained())
                .contains("the service does not need `image_shop`, so there is nothing to cut");
    }

    @Test
    void itIsWrittenToAFile() throws IOException {
        assertThat(say("--format", "svg", "--out", "map.svg")).isZero();
        assertThat(folder.resolve("map.svg")).content().startsWith("<svg ").endsWith("</svg>\n");
    }
}
