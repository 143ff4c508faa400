package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.SampleGates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever leaves a run learns what its hosts will do without it.
class LeftUnderGuardTest {
    private static final RunId RUN = RunId.of(1_772_000_000_000L, 1, 1);

    @TempDir Path folder;

    @Test
    void ctrlCSaysWhatTheHostWillUndoByItself() throws IOException {
        Path samples = Path.of("src/test/resources/cli/runbooks");
        Path runbook = Files.createDirectories(folder.resolve("runbooks/lend"));
        Files.copy(samples.resolve("inventory.yaml"), folder.resolve("runbooks/inventory.yaml"));
        Files.writeString(
                runbook.resolve("runbook.yaml"),
                """
                runbook: lend
                title: Lend it for a while
                owner: platform-oncall
                exercise: { every: 30d }
                steps:
                  - check: look
                    on: web1
                    run: echo lent
                    findings: { lent: exit == 0 }
                  - action: lend
                    on: web1
                    risk: mutate
                    run: echo lent
                    undo: { run: echo back }
                    auto_revert: 2m
                    verify: { check: look, that: any(lent), within: 30s }
                """);
        ActionKey lend = new ActionKey(new StepId("lend"), new HostName("web1"), 1);
        List<RunEvent> events =
                List.of(
                        new RunEvent.Dispatched(lend, Purpose.ACT, "ab", "cd", new GateId(1)),
                        new RunEvent.Sent(lend, Purpose.ACT, Optional.empty()),
                        new RunEvent.Ended(
                                lend,
                                Purpose.ACT,
                                new Outcome.Succeeded(Duration.ofSeconds(1)),
                                Kept.NOTHING,
                                Kept.NOTHING));
        Terminal terminal = new Terminal(folder, true, "");
        Fakes.Play play =
                (audience, told) -> {
                    Fakes.told(audience, RUN, events);
                    terminal.signal(Signals.Signal.INT);
                    return new Session.End.Waiting("Ctrl-C was pressed");
                };
        Ports ports = Fakes.ports(new MemoryJournal(), new Fakes.Played(play));

        new Door(terminal.surroundings(), ports).run("run", "lend");
        assertThat(terminal.shown().replaceAll("\\s+", " "))
                .contains(
                        "The run waits: Ctrl-C was pressed. web1 undoes lend by itself at about "
                                + SampleGates.NOW.plusSeconds(120)
                                + ", unless it is confirmed before. blackstart resume");
    }
}
