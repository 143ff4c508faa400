package dev.blackstart.door.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.runbook.lint.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `new` adds is read and lints clean, and takes nobody's place.
class NewTest {
    @TempDir Path folder;

    private String said = "";

    private int run(String words) {
        Terminal around = new Terminal(folder, false, "");
        Ports ports = new Ports(it -> new MemoryJournal(), Lint::check, new Fakes.NoOperations());
        int exit = new Door(around.surroundings(), ports).run(words.split(" "));
        said = around.shown() + around.complained();
        return exit;
    }

    @BeforeEach
    void init() {
        assertThat(run("init --host a=192.0.2.1 --host b=192.0.2.2 --service nginx")).isZero();
    }

    private Path file(String path) {
        return folder.resolve("runbooks/nginx").resolve(path);
    }

    @Test
    void theHintNamesTheFolderThatWasNamed() {
        assertThat(run("new check queue_length --in nginx --runbooks runbooks")).as(said).isZero();
        assertThat(said).contains("then blackstart lint nginx --runbooks runbooks.");
    }

    @Test
    void aStepOfEachKindLintsClean() throws IOException {
        String before = Files.readString(file("runbook.yaml"));
        assertThat(run("new check queue_length --in nginx")).as(said).isZero();
        assertThat(said).contains("write scripts/queue-length.sh", "blackstart lint nginx");
        assertThat(run("new action flush_queue --in nginx")).as(said).isZero();
        assertThat(run("new drill queue-full --in nginx")).as(said).isZero();

        assertThat(Files.readString(file("runbook.yaml")))
                .startsWith(before.stripTrailing())
                .contains("- check: queue_length", "where: host.queue_length_bad");
        assertThat(Files.readString(file("drills/queue-full.yaml")))
                .contains("scripts/flush-queue.sh", "systemctl is-active");
        assertThat(run("lint")).isZero();
        assertThat(said).doesNotContain("error:").contains("1 runbook, 0 errors");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        assertThat(run("new check queue_length --in nginx")).isZero();
        String runbook = Files.readString(file("runbook.yaml"));
        assertThat(run("new check queue_length --in nginx")).isEqualTo(3);
        assertThat(run("new drill nginx-down --in nginx")).isEqualTo(3);
        assertThat(said).contains("is there already; take another name");
        Files.writeString(file("scripts/other.sh"), "mine");
        assertThat(run("new check other --in nginx")).isEqualTo(3);
        assertThat(file("scripts/other.sh")).hasContent("mine");
        assertThat(file("runbook.yaml")).hasContent(runbook);
    }

    @Test
    void withoutARunbookAStepIsPrinted() {
        assertThat(run("new check queue_length")).isZero();
        assertThat(said).contains("  - check: queue_length\n", "findings:");
        assertThat(run("new drill queue-full")).isEqualTo(2);
        assertThat(said).contains("--in");
    }

    @Test
    void wrongNamesAreNamed() {
        assertThat(run("new check Queue-Length --in nginx")).isEqualTo(2);
        assertThat(said).contains("queue_length");
        assertThat(run("new drill ../x --in nginx")).isEqualTo(2);
        assertThat(run("new check x --in nowhere")).isEqualTo(3);
    }

    @Test
    void anActionNeedsACheckFirst() throws IOException {
        Files.writeString(
                file("runbook.yaml"),
                "runbook: nginx\ntitle: x\nsteps:\n  - manual: look\n    instructions: Look.\n");
        assertThat(run("new action fix --in nginx")).isEqualTo(3);
        assertThat(said).contains("blackstart new check");
    }
}
