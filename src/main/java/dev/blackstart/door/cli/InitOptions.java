package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where `init` takes hosts and service from.
final class InitOptions {
    @Option(
            names = "--host",
            paramLabel = "NAME=[USER@]ADDRESS[:PORT]",
            description = "A host; may be given many times.")
    Map<String, String> hosts = new LinkedHashMap<>();

    @Option(
            names = "--from-ssh-config",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "",
            description = "Take the hosts of an ssh_config (default: ~/.ssh/config).")
    @Nullable String sshConfig;

    @Option(
            names = "--match",
            paramLabel = "PATTERN",
            defaultValue = "*",
            description = "Of those only hosts with such a name, as in 'web*' (default: all).")
    String match = "*";

    @Option(
            names = "--service",
            paramLabel = "UNIT",
            description = "The systemd unit that the first runbook looks after, such as nginx.")
    @Nullable String service;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Login name of hosts that name none (default: yours).")
    @Nullable String user;

    @Option(
            names = "--known-hosts",
            paramLabel = "FILE",
            description = "Where host keys are taken from (default: ~/.ssh/known_hosts).")
    @Nullable Path knownHosts;
}
