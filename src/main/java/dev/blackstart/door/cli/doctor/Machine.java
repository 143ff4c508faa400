package dev.blackstart.door.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What there is to know of the machine on which Blackstart runs.
public interface Machine {
    Mounts mounts();

    /// Bytes free for this account where the path will be; empty when nobody can tell.
    Optional<Long> free(Path path);

    /// Its own IP addresses but for loopback, as text.
    Set<String> addresses();

    /// Does it know this account from a file of its own?
    boolean localAccount(String name);
}
