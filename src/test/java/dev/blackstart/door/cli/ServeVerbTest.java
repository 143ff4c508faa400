package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.MemoryJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `serve` says before it listens.
class ServeVerbTest {
    @TempDir Path folder;

    private Terminal served(String policy) throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), policy);
        Files.writeString(folder.resolve("allowed_signers"), "");
        Terminal terminal = new Terminal(folder, false, "");
        Ports ports =
                new Ports(
                        any -> new MemoryJournal(),
                        (runbook, inventory, drills) -> List.of(),
                        new Fakes.NoOperations(),
                        (places, terms) -> 0);
        int exit =
                new Door(terminal.surroundings(), ports)
                        .run("serve", "--runbooks", folder.toString(), "--state", "state");
        assertThat(exit).as(terminal.complained()).isZero();
        return terminal;
    }

    @Test
    void aPolicyThatCannotBeReadIsToldAndKeepsNothingFromBeingServed() throws Exception {
        Terminal terminal = served("people: { anna: { zz: 1 } }\n");

        assertThat(terminal.complained().replaceAll("\\s+", " "))
                .contains("The policy cannot be read, so no run that acts is opened")
                .contains("policy.yaml", "zz")
                .contains("blackstart policy check shows all.");
    }

    @Test
    void aGoodOneIsNotTold() throws Exception {
        assertThat(served("people: { anna: {} }\n").complained()).doesNotContain("policy");
    }
}
