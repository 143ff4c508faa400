package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/// Private keys from files, each read and decrypted once. Safe for many threads.
final class KeyFiles {
    /// A key that may be offered, or why this file gives none.
    record Loaded(Path path, Optional<KeyProvider> key, String remark) {}

    private final SshSettings settings;
    private final Algorithms algorithms;
    private final Map<Path, Loaded> loaded = new ConcurrentHashMap<>();

    KeyFiles(SshSettings settings, Algorithms algorithms) {
        this.settings = settings;
        this.algorithms = algorithms;
    }

    /// The host's own key file first, which must exist; then those of the settings that exist.
    List<Loaded> of(Host host) {
        List<Loaded> files = new ArrayList<>();
        host.identity().map(this::expand).map(this::load).ifPresent(files::add);
        settings.identities().stream()
                .filter(Files::exists)
                .map(this::load)
                .filter(file -> files.stream().noneMatch(file::equals))
                .forEach(files::add);
        return files;
    }

    private Path expand(String path) {
        return path.startsWith("~/") ? settings.home().resolve(path.substring(2)) : Path.of(path);
    }

    private Loaded load(Path path) {
        return loaded.computeIfAbsent(path, this::read);
    }

    private Loaded read(Path path) {
        if (!Files.isReadable(path)) {
            return new Loaded(path, Optional.empty(), path + " does not exist or may not be read");
        }
        try (SSHClient reader = new SSHClient(algorithms.config(Set.of()))) {
            KeyProvider file = reader.loadKeys(path.toString(), new Passphrase(path));
            KeyProvider key = new KeyPairWrapper(file.getPublic(), file.getPrivate());
            if (KeyBlob.weak(key.getPublic())) {
                return new Loaded(
                        path,
                        Optional.empty(),
                        path + " is an RSA key of fewer than " + KeyBlob.SHORTEST_RSA + " bits");
            }
            return new Loaded(path, Optional.of(key), path.toString());
        } catch (IOException | SSHRuntimeException e) {
            return new Loaded(
                    path, Optional.empty(), path + " cannot be read as a key: " + e.getMessage());
        }
    }

    private final class Passphrase implements PasswordFinder {
        private final Path path;

        Passphrase(Path path) {
            this.path = path;
        }

        @Override
        public char[] reqPassword(Resource<?> resource) {
            return settings.passphrases().apply(path).orElse(new char[0]);
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}
