package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountTableTest {
    @TempDir Path temporary;
    private Path root;

    @BeforeEach
    void resolveRoot() throws IOException {
        root = temporary.toRealPath();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs",
                "nfs4",
                "cifs",
                "smb3",
                "9p",
                "fuse.sshfs",
                "fuse",
                "fuseblk",
                "virtiofs"
            })
    void namesTheFileSystemThatCannotBeRelied(String type) throws IOException {
        assertThat(table(line("/", "ext4"), line(root, type)).notLocal(root)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "overlay", "tmpfs"})
    void takesLocalOnes(String type) throws IOException {
        assertThat(table(line("/", type)).notLocal(root)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ext4,nfs,nfs", "nfs,ext4,"})
    void theNearestMountCounts(String outer, String inner, String refused) throws IOException {
        MountTable table = table(line(root, inner), line("/", outer), line(root + "x", outer));
        assertThat(table.notLocal(root).orElse(null)).isEqualTo(refused);
    }

    @Test
    void ofTwoOnOnePlaceTheLaterCounts() throws IOException {
        assertThat(table(line(root, "nfs"), line(root, "ext4")).notLocal(root)).isEmpty();
        assertThat(table(line(root, "ext4"), line(root, "nfs")).notLocal(root)).contains("nfs");
    }

    @Test
    void readsNamesWithSpacesAndOptionalFields() throws IOException {
        Path spaced = Files.createDirectory(root.resolve("a b"));
        String escaped = spaced.toString().replace(" ", "\\040");
        String line = "36 35 98:0 / " + escaped + " rw shared:1 master:2 - nfs server:/x rw";
        assertThat(table(line("/", "ext4"), line).notLocal(spaced)).contains("nfs");
    }

    @Test
    void readsThisMachine() throws IOException {
        assertThat(MountTable.ofThisMachine().notLocal(Path.of("/proc"))).isEmpty();
    }

    private static String line(Object point, String type) {
        return "27 1 254:0 / " + point + " rw,relatime - " + type + " source rw";
    }

    private MountTable table(String... lines) throws IOException {
        return new MountTable(
                Files.writeString(temporary.resolve("mountinfo"), String.join("\n", lines) + "\n"));
    }
}
