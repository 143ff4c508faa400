package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.HostKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The `known_hosts` files, read again when they change. Safe for many threads.
final class KnownHosts {
    private record Version(FileTime modified, long size) {}

    private record Cached(Version version, KnownHostsFile file) {}

    private final List<Path> paths;
    private final Map<Path, Cached> cache = new HashMap<>();

    KnownHosts(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    List<KnownHostsFile> files() {
        return paths.stream().map(this::file).toList();
    }

    private synchronized KnownHostsFile file(Path path) {
        Version version = version(path);
        Cached cached = cache.get(path);
        if (cached == null || !cached.version().equals(version)) {
            cached = new Cached(version, KnownHostsFile.read(path));
            cache.put(path, cached);
        }
        return cached.file();
    }

    private static Version version(Path path) {
        try {
            return new Version(Files.getLastModifiedTime(path), Files.size(path));
        } catch (IOException e) {
            return new Version(FileTime.fromMillis(0), -1);
        }
    }

    boolean revoked(HostKey key) {
        return files().stream().anyMatch(file -> file.revokes(key));
    }

    Optional<String> damage() {
        return files().stream().flatMap(file -> file.damage().stream()).findFirst();
    }

    /// The keys the host is known by, of files that are sound.
    Set<HostKey> keys(List<String> names) {
        return files().stream()
                .filter(file -> file.damage().isEmpty())
                .flatMap(file -> file.keys(names).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
