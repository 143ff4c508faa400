package dev.blackstart.reading;

import java.util.List;
import java.util.Optional;

/// What an `ssh_config` says about one host.
///
/// @param alias the name behind `ssh`
/// @param hostName where it is reached, in lower case; the alias when the file names nothing
/// @param identities private key files in their order, as written
/// @param jump what `ProxyJump` says: `[user@]host[:port]`, several separated by commas
/// @param command the line of the `ProxyCommand` that holds for it
public record SshEntry(
        String alias,
        String hostName,
        Optional<String> user,
        Optional<Integer> port,
        List<String> identities,
        Optional<String> jump,
        Optional<Integer> command) {
    public SshEntry {
        identities = List.copyOf(identities);
    }
}
