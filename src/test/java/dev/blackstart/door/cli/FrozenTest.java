package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What a run was opened with is what it is taken up with, called runbooks and their scripts
/// included.
class FrozenTest {
    private static final Path CALLER =
            Path.of("src/test/resources/reading/accepted-cluster-recovery");

    @Test
    void calledRunbooksComeBackWithTheirScripts() throws Exception {
        Runbook fresh = ((Read.Accepted<Runbook>) RunbookReader.read(CALLER)).value();
        Journal journal = new MemoryJournal();
        Map<String, String> blobs = new TreeMap<>();
        for (var file : Frozen.files(fresh).entrySet()) {
            blobs.put(
                    file.getKey(), journal.keep(file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(blobs)
                .containsKeys(
                        "runbook/runbook.yaml",
                        "called/dns-deadlock/runbook.yaml",
                        "called/dns-deadlock/scripts/cut.sh",
                        "called/next-one/runbook.yaml");
        RunId run = RunId.of(1_772_000_000_000L, 1, 1);
        RunEvent opened =
                new RunEvent.RunOpened(
                        run,
                        fresh.name().value(),
                        fresh.title(),
                        Mode.LIVE,
                        new Person("anna"),
                        blobs,
                        Map.of(),
                        "test",
                        Optional.empty());
        journal.append(run, 0, Instant.EPOCH, List.of(opened));
        Runbook again = new Frozen(journal).runbook(RunState.fold(journal.read(run)));
        assertThat(again.files()).isEqualTo(fresh.files());
        assertThat(again.steps().stream().map(Step::id).toList())
                .isEqualTo(fresh.steps().stream().map(Step::id).toList());
    }
}
