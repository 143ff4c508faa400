package dev.blackstart.transport.sandbox;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/// What SFTP may see of a world: its folder under its real path, to read. It runs in the unconfined part of the
/// program, so it neither writes nor follows a link out of the folder.
final class ReadOnlyFiles implements SftpFileSystemAccessor {
    private final Path root;

    ReadOnlyFiles(Path root) {
        this.root = root;
    }

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path base, String remote)
            throws IOException {
        Path asked = root.resolve(remote).normalize();
        Path real = Files.exists(asked) ? asked.toRealPath() : asked;
        if (!asked.startsWith(root) || !real.startsWith(root)) {
            throw new AccessDeniedException(remote, null, "outside the world");
        }
        return real;
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            @Nullable FileHandle handle,
            Path file,
            @Nullable String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        if (!Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS).containsAll(options)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw denied(file);
        }
        return Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void applyExtensionFileAttributes(
            SftpSubsystemProxy subsystem, Path file, Map<String, byte[]> extensions, LinkOption... links)
            throws IOException {
        throw denied(file);
    }

    @Override
    public void setFileAttribute(
            SftpSubsystemProxy subsystem,
            Path file,
            String view,
            String attribute,
            Object value,
            LinkOption... links)
            throws IOException {
        throw denied(file);
    }

    @Override
    public void setFileOwner(
            SftpSubsystemProxy subsystem, Path file, java.security.Principal value, LinkOption... links)
            throws IOException {
        throw denied(file);
    }

    @Override
    public void setGroupOwner(
            SftpSubsystemProxy subsystem, Path file, java.security.Principal value, LinkOption... links)
            throws IOException {
        throw denied(file);
    }

    @Override
    public void setFilePermissions(
            SftpSubsystemProxy subsystem,
            Path file,
            Set<java.nio.file.attribute.PosixFilePermission> permissions,
            LinkOption... links)
            throws IOException {
        throw denied(file);
    }

    @Override
    public void setFileAccessControl(
            SftpSubsystemProxy subsystem,
            Path file,
            java.util.List<java.nio.file.attribute.AclEntry> acl,
            LinkOption... links)
            throws IOException {
        throw denied(file);
    }

    @Override
    public void createDirectory(SftpSubsystemProxy subsystem, Path path) throws IOException {
        throw denied(path);
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic)
            throws IOException {
        throw denied(link);
    }

    @Override
    public void renameFile(
            SftpSubsystemProxy subsystem, Path from, Path to, Collection<java.nio.file.CopyOption> how)
            throws IOException {
        throw denied(from);
    }

    @Override
    public void copyFile(
            SftpSubsystemProxy subsystem, Path from, Path to, Collection<java.nio.file.CopyOption> how)
            throws IOException {
        throw denied(from);
    }

    @Override
    public void removeFile(SftpSubsystemProxy subsystem, Path path, boolean directory)
            throws IOException {
        throw denied(path);
    }

    private static AccessDeniedException denied(Path path) {
        return new AccessDeniedException(path.toString(), null, "a world is read-only over SFTP");
    }
}
