package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keys that `known_hosts` files have of hosts, to be pinned in an inventory. A file that is
/// damaged vouches for nobody, as when hosts are reached.
public final class KnownKeys {
    /// What OpenSSH itself prefers comes first.
    private static final List<String> BEST =
            List.of(
                    "ssh-ed25519",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "ssh-rsa");

    private final KnownHosts files;

    public KnownKeys(List<Path> files) {
        this.files = new KnownHosts(files);
    }

    /// The best of the keys a host is known by that is not revoked.
    public Optional<HostKey> of(Host host) {
        return files.keys(HostTrust.names(host)).stream()
                .filter(key -> BEST.contains(key.type()) && !files.revoked(key))
                .min(
                        Comparator.comparingInt((HostKey key) -> BEST.indexOf(key.type()))
                                .thenComparing(HostKey::base64));
    }
}
