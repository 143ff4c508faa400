package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the lab says before anything is brought up. Needs no root.
class LabWordsTest {
    @TempDir Path state;

    private Lab lab;

    @BeforeEach
    void aLabThatIsDown() {
        lab = new Lab(state);
    }

    @Test
    void aDrillThatItDoesNotHaveIsNotHeldInSilence() throws Exception {
        refused("there is", "test", "--profile", "nowhere");
        refused("the lab has no drill 'lab-stroe-frozen'", "test", "lab-stroe-frozen");
        refused(
                "the profile core cannot carry the drill lab-bond-lost; it can be held in: incident-a",
                "test",
                "lab-bond-lost");
    }

    private void refused(String reason, String... words) throws Exception {
        Lab.Answer answer = lab.call(words);

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.told()).startsWith("lab: " + reason);
    }

    @Test
    void helpIsNoError() throws Exception {
        Lab.Answer help = lab.call("help");

        assertThat(help.good().said()).contains("lab up", "lab test", "lab down");
        assertThat(lab.call("--help").good().said()).isEqualTo(help.said());
        assertThat(lab.call("nonsense").exit()).isEqualTo(2);
    }

    @Test
    void whatSomebodyLeftBehindIsCounted() throws Exception {
        assertThat(lab.call("status").good().said().strip()).isEqualTo("the lab is down");

        Files.createDirectory(state.resolve("run"));

        assertThat(lab.call("status").good().said())
                .contains("left behind are folders: 1", "lab down");
    }
}
