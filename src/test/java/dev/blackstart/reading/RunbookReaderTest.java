package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookReaderTest {
    private static final Path EVERY_KEY = Path.of("src/test/resources/reading/accepted-every-key");

    @Test
    void everyKeyArrivesInItsRecord() {
        Runbook runbook = accepted(RunbookReader.read(EVERY_KEY));
        assertThat(runbook.exerciseEvery()).contains(Duration.ofDays(30));
        assertThat(runbook.parameters()).hasSize(14);
        Step.Check check = (Step.Check) step(runbook, "alive");
        assertThat(check.targets().timeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(check.targets().limit()).hasValue(5);
        assertThat(check.targets().needs()).containsExactly("uptime", "sudo");
        assertThat(check.command().sudo()).isTrue();
        assertThat(check.command().stdin()).contains("token");
        assertThat(check.command().outputLimit()).isEqualTo(65536);
        assertThat(check.witnesses()).hasValueSatisfying(w -> assertThat(w.outside()).isOne());
        assertThat(check.freshFor()).isEqualTo(Duration.ofMinutes(5));
        Step.Action action = (Step.Action) step(runbook, "restart");
        assertThat(action.heading().notRunHere()).contains("The host with OpenRC; there was none.");
        assertThat(action.targets().needs()).containsExactly("systemctl|service");
        assertThat(action.execution().risk()).isEqualTo(Risk.DISRUPT);
        assertThat(action.execution().undo()).isPresent();
        assertThat(action.execution().release()).isPresent();
        assertThat(action.execution().verify().orElseThrow().every())
                .isEqualTo(Duration.ofMillis(500));
        assertThat(((Step.Ask) step(runbook, "lights")).yesOrNo()).isTrue();
    }

    @Test
    void defaultsApplyWhereKeysAreLeftOut() {
        Runbook runbook =
                accepted(
                        RunbookReader.read(
                                "runbooks/small",
                                Map.of(
                                        "runbook.yaml",
                                        """
                                        runbook: small
                                        title: Small
                                        steps:
                                          - check: alive_now
                                            on: nodes
                                            run: uptime
                                            findings: { ok: exit == 0 }
                                          - action: fix
                                            on: nodes
                                            risk: mutate
                                            run: fix-it
                                            on_failure: ask
                                            verify: { check: alive_now, that: any(ok), within: 1m }
                                          - wait: settled
                                            check: alive_now
                                            until: any(ok)
                                            within: 1m
                                        """)));
        Step.Check check = (Step.Check) step(runbook, "alive_now");
        assertThat(check.heading().title()).isEqualTo("Alive now");
        assertThat(check.targets().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(check.freshFor()).isEqualTo(Step.Check.DEFAULT_FRESH_FOR);
        Step.Action action = (Step.Action) step(runbook, "fix");
        assertThat(action.targets().timeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(action.execution().verify().orElseThrow().every())
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(((Step.Wait) step(runbook, "settled")).every()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aFrozenCopyReadsAsTheFolderDid() {
        Runbook fresh = accepted(RunbookReader.read(EVERY_KEY));
        assertThat(fresh.files().keySet())
                .containsExactlyInAnyOrder(
                        "runbook.yaml",
                        "templates/store.conf.ftl",
                        "scripts/restart.sh",
                        "scripts/keep.sh",
                        "../next-one/runbook.yaml");
        Runbook frozen = accepted(RunbookReader.read("runbooks/accepted-every-key", fresh.files()));
        assertThat(frozen.files()).isEqualTo(fresh.files());
        assertThat(frozen.steps().stream().map(Step::id).toList())
                .isEqualTo(fresh.steps().stream().map(Step::id).toList());
    }

    @Test
    void aRunbookThatMayNotBeReadIsNotCalledMissing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("runbook.yaml"), "name: x\n");
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "root may read everything");
        assertThat(RunbookReader.read(folder).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "runbook.yaml cannot be read by you; ask its owner for the right to");
    }

    @Test
    void aLibraryKnowsItsRunbooksAndTheirDrills() {
        RunbookLibrary library = new RunbookLibrary(Path.of("src/test/resources/lint"));
        RunbookName name = new RunbookName("nothing-to-say");
        assertThat(library.names()).contains(name).isSorted();
        assertThat(library.has(new RunbookName("not-there"))).isFalse();
        assertThat(accepted(library.runbook(name)).name()).isEqualTo(name);
        assertThat(library.drills(name)).containsOnlyKeys("a");
        assertThat(library.acceptedDrills(name)).hasSize(1);
        assertThat(new RunbookLibrary(Path.of("not/there")).names()).isEqualTo(List.of());
    }

    private static Step step(Runbook runbook, String id) {
        return runbook.step(new StepId(id)).orElseThrow();
    }

    private static <T> T accepted(Read<T> read) {
        assertThat(read.problems()).isEmpty();
        return ((Read.Accepted<T>) read).value();
    }
}
