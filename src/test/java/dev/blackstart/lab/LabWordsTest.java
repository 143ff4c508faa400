package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /// A lab that is up, as far as its folder says.
    private void up() throws IOException {
        Path run = Files.createDirectories(state.resolve("run"));
        Files.createDirectory(run.resolve("faults"));
        Files.writeString(run.resolve("profile"), "core\n");
        Files.createFile(run.resolve("ready"));
    }

    @Test
    void aKnobThatNothingReadsIsNoSetting() throws Exception {
        up();
        refused("disk-full has no knob ONN; it reads: ", "inject", "disk-full", "ONN=cp2");
        refused("gateway-away has no knob PATH; it reads: ", "inject", "gateway-away", "PATH=/x");
        refused("there is no fault 'disk-ful'", "inject", "disk-ful", "ON=cp2");
    }

    /// Drills hand the hosts they name over as ON, to every fault.
    @Test
    void whichHostsAreStruckMayAlwaysBeSaid() throws Exception {
        up();
        for (String fault : List.of("store-log-pipe-frozen", "gateway-away", "registry-down")) {
            Lab.Answer answer = lab.call("inject", fault, "ON=cp1", "NONSENSE=1");
            assertThat(answer.told()).contains(fault + " has no knob NONSENSE; it reads: ", " ON ");
        }
    }

    @Test
    void whatIsNotInIsNotHealedAndWhatTheProfileCannotCarryIsNotLookedFor() throws Exception {
        up();
        refused("dns-deadlock is not in; what is in says: lab status", "heal", "dns-deadlock");
        refused("the profile core cannot carry clock-skew; it needs: ", "probe", "clock-skew");
    }

    @Test
    void withoutRootNothingIsGuessed() throws Exception {
        up();
        Files.createFile(state.resolve("run/faults/disk-full"));
        Path bin = Files.createDirectories(state.resolve("bin"));
        Files.writeString(
                bin.resolve("id"),
                "#!/bin/sh\ncase $1 in -u) echo 65534 ;; *) echo nobody ;; esac\n");
        assertThat(bin.resolve("id").toFile().setExecutable(true)).isTrue();
        Lab nobody = lab.with(Map.of("PATH", bin + ":" + System.getenv("PATH")));
        for (String words :
                List.of(
                        "status",
                        "state",
                        "probe disk-full",
                        "inject disk-full",
                        "heal disk-full",
                        "heal",
                        "ops true",
                        "drill lab-disk-full")) {
            Lab.Answer answer = nobody.call(words.split(" "));
            assertThat(answer.told()).startsWith("lab: needs root; this is nobody.");
            assertThat(answer.told()).as(words).hasLineCount(1);
            assertThat(answer.said()).as(words).isEmpty();
            assertThat(answer.exit()).as(words).isEqualTo(69);
        }
        assertThat(nobody.call("faults").good().said()).contains("disk-full");
    }

    private void aHostThatCannotBeSeen() throws IOException {
        up();
        Files.createFile(state.resolve("run/began"));
    }

    @Test
    void whatCannotBeLookedAtIsNeitherAbsentNorWell() throws Exception {
        assumeTrue(
                new ProcessBuilder("test", "-w", "/proc/1/oom_score_adj").start().waitFor() == 0);
        aHostThatCannotBeSeen();

        refused("cp1 cannot be looked at", "probe", "disk-full");
        assertThat(lab.call("status").good().said())
                .contains(
                        "no fault is in",
                        "unwell: the store of cp2 does not answer",
                        "unwell: the control daemon of cp3 is not ready",
                        "unwell: names do not resolve through gateway")
                .doesNotContain("are well");
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
