package dev.blackstart.transport.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the SSH transport needs to know besides the inventory.
///
/// @param home stands for `~` in paths of identities
/// @param identities private key files tried for every host, those that exist
/// @param knownHosts `known_hosts` files, those that exist
/// @param agent the socket of ssh-agent, asked after the key files
/// @param passphrases the passphrase of an encrypted key file; asked at most once a file
/// @param keepAlive how often a silent connection is probed; after three silent probes it is lost
/// @param connections most connections open at once, at least 1
/// @param backOff wait before the first new try to connect; doubles
/// @param largestFetch most bytes copied off a host in one file
public record SshSettings(
        Path home,
        List<Path> identities,
        List<Path> knownHosts,
        Optional<Path> agent,
        Function<Path, Optional<char[]>> passphrases,
        Duration keepAlive,
        int connections,
        Duration backOff,
        long largestFetch) {
    /// OpenSSH's own limit is ten sessions a connection (`MaxSessions`).
    static final int SESSIONS_PER_CONNECTION = 8;

    public SshSettings {
        identities = List.copyOf(identities);
        knownHosts = List.copyOf(knownHosts);
        if (connections < 1 || keepAlive.toSeconds() < 1) {
            throw new IllegalArgumentException("at least 1 connection and 1 s between keep-alives");
        }
    }

    /// What `ssh` would use for this home: the usual key files, `known_hosts` there and under
    /// `/etc/ssh`.
    ///
    /// @param agent value of `SSH_AUTH_SOCK`
    public static SshSettings of(
            Path home, Optional<String> agent, Function<Path, Optional<char[]>> passphrases) {
        Path ssh = home.resolve(".ssh");
        return new SshSettings(
                home,
                List.of(ssh.resolve("id_ed25519"), ssh.resolve("id_ecdsa"), ssh.resolve("id_rsa")),
                List.of(ssh.resolve("known_hosts"), Path.of("/etc/ssh/ssh_known_hosts")),
                agent.filter(path -> !path.isBlank()).map(Path::of),
                passphrases,
                Duration.ofSeconds(15),
                256,
                Duration.ofMillis(250),
                64L * 1024 * 1024 * 1024);
    }
}
