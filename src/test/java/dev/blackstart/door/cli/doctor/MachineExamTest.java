package dev.blackstart.door.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the machine gives, and whether a start would build first.
class MachineExamTest {
    private static final Instant NOW = Instant.parse("2026-03-04T03:12:40Z");

    @TempDir Path folder;

    private record Made(long bytes, boolean local) implements Machine {
        @Override
        public Mounts mounts() {
            return MountsTest.MOUNTS;
        }

        @Override
        public Optional<Long> free(Path path) {
            return Optional.of(bytes);
        }

        @Override
        public Set<String> addresses() {
            return Set.of();
        }

        @Override
        public boolean localAccount(String name) {
            return local;
        }
    }

    private Dependency of(String on, Made machine, Path journal, boolean shared) {
        return new MachineExam(
                        machine,
                        "anna",
                        Path.of("/usr/lib/jvm/jdk"),
                        Optional.of(folder),
                        folder,
                        folder.resolve("inventory.yaml"),
                        journal,
                        shared,
                        NOW)
                .dependencies().stream().filter(it -> it.on().equals(on)).findFirst().orElseThrow();
    }

    private Grade grade(String on, Made machine) {
        return of(on, machine, folder, false).grade();
    }

    @Test
    void roomAccountAndFoldersAreGraded() {
        Made fine = new Made(2L << 30, true);
        assertThat(grade("room", fine)).isEqualTo(Grade.STANDS);
        assertThat(grade("room", new Made(100 << 20, true))).isEqualTo(Grade.WEAK);
        assertThat(grade("room", new Made(1 << 20, true))).isEqualTo(Grade.FALLS);
        assertThat(grade("identity provider", fine)).isEqualTo(Grade.STANDS);
        assertThat(grade("identity provider", new Made(0, false))).isEqualTo(Grade.FALLS);
        assertThat(grade("disks", fine)).isEqualTo(Grade.STANDS);
        assertThat(grade("journal", fine)).isEqualTo(Grade.WEAK);
        assertThat(of("journal", fine, folder, true).grade()).isEqualTo(Grade.STANDS);
    }

    @Test
    void aJournalOnAnotherMachineIsNamedAndNotAskedForItsRoom() {
        Made machine = new Made(0, true);
        Path far = Path.of("/home/anna/.local/state/blackstart");
        assertThat(of("disks", machine, far, false).says())
                .isEqualTo("Another machine serves the journal (nfs4, " + far + ").");
        assertThat(of("room", machine, far, false).grade()).isEqualTo(Grade.WEAK);
    }

    @Test
    void aClockBeforeTheInventoryIsWeak() throws IOException {
        Made machine = new Made(0, true);
        assertThat(grade("clock", machine)).isEqualTo(Grade.STANDS);
        Path inventory = Files.createFile(folder.resolve("inventory.yaml"));
        Files.setLastModifiedTime(inventory, FileTime.from(NOW.plusSeconds(60)));
        assertThat(grade("clock", machine)).isEqualTo(Grade.WEAK);
    }

    @Test
    void whatIsBuiltOrHasNoSourcesStartsAtOnce() throws IOException {
        Made machine = new Made(0, true);
        assertThat(grade("build", machine)).isEqualTo(Grade.STANDS);
        Path source = Files.createDirectories(folder.resolve("src/main")).resolve("A.java");
        Files.createFile(source);
        Files.createFile(folder.resolve("pom.xml"));
        assertThat(grade("build", machine)).isEqualTo(Grade.FALLS);
        Files.createDirectories(folder.resolve("target/quarkus-app"));
        Files.createFile(folder.resolve("target/quarkus-app/quarkus-run.jar"));
        Path stamp = Files.createFile(folder.resolve("target/built"));
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(grade("build", machine)).isEqualTo(Grade.STANDS);
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(600)));
        assertThat(grade("build", machine)).isEqualTo(Grade.FALLS);
    }
}
