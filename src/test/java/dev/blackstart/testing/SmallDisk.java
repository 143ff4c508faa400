package dev.blackstart.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/// A file system in memory, mounted on a folder for as long as a test needs it. Mounting one needs
/// root: without, the test is left out.
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /// @param size as mount takes it, such as `400k`
    public static SmallDisk on(Path folder, String size) {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "only root can mount a small disk; run this test as root to see it");
        Processes.run(
                "mount", "-t", "tmpfs", "-o", "size=" + size, "blackstart-test", folder.toString());
        return new SmallDisk(folder);
    }

    public void remountReadOnly() {
        Processes.run("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() {
        Processes.run("umount", "--lazy", folder.toString());
    }
}
