package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of verbs that contact hosts.
final class HostOptions {
    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "Private key for hosts that name none.")
    @Nullable Path identity;

    @Option(
            names = "--known-hosts",
            paramLabel = "FILE",
            description = "Host keys of hosts whose key is not in the inventory.")
    @Nullable Path knownHosts;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Whose yes counts (default: policy.yaml in the folder of the runbooks, if it is"
                            + " there).")
    @Nullable Path policy;

    /// One of them that was given.
    Optional<String> given() {
        if (identity != null) {
            return Optional.of("--identity");
        }
        if (knownHosts != null) {
            return Optional.of("--known-hosts");
        }
        return policy == null ? Optional.empty() : Optional.of("--policy");
    }
}
