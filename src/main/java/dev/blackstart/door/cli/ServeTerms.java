package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How a server listens.
///
/// @param listen an IP address of this machine
/// @param port 0 for one that is free
/// @param tls its own certificate and key; empty for plain HTTP
/// @param behindProxy a proxy in front of it does TLS
/// @param names further names under which it may be asked
/// @param chat the file that tells it about chats
/// @param state folder of the journal as it was named; empty for the usual one
public record ServeTerms(
        String listen,
        int port,
        Optional<Tls> tls,
        boolean behindProxy,
        List<String> names,
        Optional<Path> chat,
        Optional<Path> state) {
    public ServeTerms {
        names = List.copyOf(names);
    }

    /// PEM files.
    public record Tls(Path certificate, Path key) {}
}
