package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Preparation;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.PreparedUpload;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A file that is put on hosts: shown as a difference, validated beside its place, kept for the way
/// back.
class UploadTest extends EngineCase {
    private static final String OLD = "port 80\nlevel low\n";
    private static final String NEW = "port 80\nlevel high\n";

    private static final String YAML =
            """
            steps:
              - action: place
                on: %s
                risk: mutate
                timeout: 20s
                upload: { template: app.conf.ftl, to: %s, validate: "grep -q level [=file]" }
            """;

    private Rig uploading(String host, String more) throws Exception {
        return uploading(host, more, Mode.LIVE);
    }

    private Rig uploading(String host, String more, Mode mode) throws Exception {
        Files.createDirectories(target().getParent());
        String yaml = HEAD + YAML.formatted(host, target()) + more;
        return new Rig(folder, yaml, mode, "templates/app.conf.ftl", NEW);
    }

    private Path target() {
        return folder.resolve("etc/app.conf");
    }

    private static PreparedUpload shown(Rig rig) {
        return rig.gates.getFirst().commands().getFirst().upload().orElseThrow();
    }

    private List<String> besides() throws IOException {
        try (var files = Files.list(target().getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    private static Outcome ended(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.Ended.class::isInstance)
                .map(event -> ((RunEvent.Ended) event).outcome())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsTheDifferencePutsTheFileInPlaceAndKeepsTheOldOne() throws Exception {
        try (Rig rig = uploading("a", "").answer("place", "y")) {
            Files.writeString(target(), OLD);
            Files.setPosixFilePermissions(target(), PosixFilePermissions.fromString("rw-r-----"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(target()).hasContent(NEW);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target())))
                    .isEqualTo("rw-r-----");
            assertThat(shown(rig).difference())
                    .containsExactly("@@ -1,2 +1,2 @@", " port 80", "-level low", "+level high");
            assertThat(besides()).hasSize(2).allMatch(name -> name.matches(".*conf[.](before|by)"));
            String before =
                    besides().stream().filter(it -> it.endsWith("before")).findFirst().get();
            assertThat(target().resolveSibling(before)).hasContent(OLD);
        }
    }

    @Test
    void makesANewFileReadableForAll() throws Exception {
        try (Rig rig =
                uploading("a", "    run: cat \"%s\" > \"$HOME/seen\"\n".formatted(target()))) {
            rig.answer("place", "y");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target())))
                    .isEqualTo("rw-r--r--");
            assertThat(rig.hosts.home("a").resolve("seen")).hasContent(NEW);
            assertThat(shown(rig).difference())
                    .containsExactly("@@ -0,0 +1,2 @@", "+port 80", "+level high");
        }
    }

    @Test
    void isNotNeededWhereTheFileIsAlreadySo() throws Exception {
        try (Rig rig = uploading("a", "")) {
            Files.writeString(target(), NEW);
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
            assertThat(rig.gates).isEmpty();
            assertThat(outcome(rig, "place")).isEqualTo(StepOutcome.NOT_NEEDED);
        }
    }

    @Test
    void changesNothingWhenTheValidationFails() throws Exception {
        String yaml =
                """
                steps:
                  - action: place
                    on: a
                    risk: mutate
                    timeout: 20s
                    upload: { template: app.conf.ftl, to: %s, validate: "echo bad level >&2; grep -q nothing [=file]" }
                """
                        .formatted(target());
        Files.createDirectories(target().getParent());
        Files.writeString(target(), OLD);
        try (Rig rig = new Rig(folder, HEAD + yaml, "templates/app.conf.ftl", NEW)) {
            rig.answer("place", "y", "stop");
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(target()).hasContent(OLD);
            assertThat(besides()).isEmpty();
            assertThat(((Outcome.Failed) ended(rig)).how())
                    .isEqualTo(target() + " was not changed: its validation failed (exit 1)");
            assertThat(rig.gates.get(1).why().toString()).contains("its validation failed");
        }
    }

    @Test
    void asksAgainWhenTheFileWasChangedWhileThePersonThought() throws Exception {
        try (Rig rig = uploading("a", "").answer("place", "y", "n")) {
            Files.writeString(target(), OLD);
            rig.onGate(gate -> Files.writeString(target(), "port 81\n"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(target()).hasContent("port 81\n");
            assertThat(rig.gates).hasSize(2);
            assertThat(rig.events())
                    .anySatisfy(event ->
                            assertThat(event)
                                    .isInstanceOfSatisfying(
                                            RunEvent.GateVoided.class,
                                            voided ->
                                                    assertThat(voided.reason())
                                                            .contains(
                                                                    target()
                                                                            + " on a was changed meanwhile by somebody else")));
        }
    }

    @Test
    void theHostItselfRefusesWhatWasChangedAfterTheLastLook() throws Exception {
        try (Rig rig = uploading("a", "").answer("place", "y", "stop")) {
            Files.writeString(target(), OLD);
            rig.on(RunEvent.FileSeen.class, 2, () -> Files.writeString(target(), "port 81\n"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(target()).hasContent("port 81\n");
            assertThat(((Outcome.Failed) ended(rig)).how())
                    .contains("somebody changed it after you saw it");
        }
    }

    @Test
    void refusesASymbolicLink() throws Exception {
        try (Rig rig = uploading("a", "")) {
            Files.createSymbolicLink(target(), Path.of("/etc/hostname"));
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(why(rig))
                    .contains("it is a symbolic link to /etc/hostname; name the file itself");
        }
    }

    @Test
    void refusesWhereTheFolderIsMissing() throws Exception {
        try (Rig rig = uploading("a", "")) {
            Files.delete(target().getParent());
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(why(rig)).contains("its folder " + target().getParent() + " is not there");
        }
    }

    private static String why(Rig rig) throws Exception {
        return rig.state().settled(new StepId("place")).orElseThrow().reasons().toString();
    }

    @Test
    void putsTheFileOfBeforeBackUnlessSomebodyChangedItSince() throws Exception {
        try (Rig rig = uploading("a", "").answer("place", "y")) {
            Files.writeString(target(), OLD);
            within(rig, 60);
            Files.writeString(target(), "port 99\n");
            assertThat(undo()).isEqualTo(65);
            assertThat(target()).hasContent("port 99\n");
            Files.writeString(target(), NEW);
            assertThat(undo()).isZero();
            assertThat(target()).hasContent(OLD);
            assertThat(besides()).isEmpty();
        }
    }

    @Test
    void removesAFileThatWasNotThereBefore() throws Exception {
        try (Rig rig = uploading("a", "").answer("place", "y")) {
            within(rig, 60);
            assertThat(undo()).isZero();
            assertThat(target()).doesNotExist();
            assertThat(undo()).isZero();
        }
    }

    /// Carries out the undo that the step has although its runbook says none.
    private int undo() throws Exception {
        String yaml = HEAD + YAML.formatted("a", target());
        Read<Runbook> read =
                RunbookReader.read(
                        "test", Map.of("runbook.yaml", yaml, "templates/app.conf.ftl", NEW));
        Runbook runbook = ((Read.Accepted<Runbook>) read).value();
        Step.Action step = (Step.Action) runbook.steps().getFirst();
        Preparation.Result result =
                new Preparation(new Plan(runbook, Inventory.EMPTY, Map.of(), Mode.LIVE))
                        .prepare(
                                step.execution().undo().orElseThrow(),
                                new HostName("a"),
                                Duration.ofSeconds(20),
                                Optional.empty());
        Prepared prepared = ((Preparation.Result.Ready) result).prepared();
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", prepared.text());
        shell.environment().putAll(prepared.env());
        return shell.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void doesNotSendWhatAnotherHostHasAlready() throws Exception {
        String yaml =
                """
                steps:
                  - action: place
                    on: nodes
                    risk: mutate
                    timeout: 20s
                    upload: { template: host.ftl, to: %s }
                """
                        .formatted(target());
        Files.createDirectories(target().getParent());
        Files.writeString(target(), "I am b\n");
        try (Rig rig = new Rig(folder, HEAD + yaml, "templates/host.ftl", "I am [=host.name]\n")) {
            rig.answer("place", "n");
            within(rig, 60);
            Gate gate = rig.gates.getFirst();
            assertThat(gate.targets().toString()).isEqualTo("[a, c]");
        }
    }

    @Test
    void aRehearsalLooksAndShowsTheDifference() throws Exception {
        try (Rig rig = uploading("a", "", Mode.REHEARSAL)) {
            Files.writeString(target(), OLD);
            within(rig, 60);
            assertThat(target()).hasContent(OLD);
            assertThat(
                            rig.state()
                                    .rehearsed()
                                    .getFirst()
                                    .commands()
                                    .getFirst()
                                    .upload()
                                    .orElseThrow()
                                    .difference())
                    .contains("+level high");
        }
    }
}
