package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of verbs that look at the runs of a service as well as at those of this machine. The
/// token is never one of them: every user of a machine can read its command lines.
class RemoteOptions extends SharedOptions {
    static final String SERVER = "BLACKSTART_SERVER";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "The service whose runs are meant (default: BLACKSTART_SERVER, else the journal"
                            + " of this machine).")
    @Nullable String server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "File of mode 0600 with the token for the service (default: BLACKSTART_TOKEN, else"
                            + " servers/HOST_PORT.token in the folder of the journal).")
    @Nullable Path tokenFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "The only CA that may vouch for the service, PEM (default: those that this"
                            + " machine trusts).")
    @Nullable Path ca;

    /// Where the service listens; empty for the journal of this machine, which is also meant where
    /// its folder is named.
    Optional<String> address(Map<String, String> env) {
        return Optional.ofNullable(server)
                .or(() ->
                        Optional.ofNullable(env.get(SERVER))
                                .filter(it -> !it.isBlank() && journal == null));
    }

    @Override
    NextSteps steps() {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(server).ifPresent(it -> words.addAll(List.of("--server", it)));
        Optional.ofNullable(tokenFile)
                .ifPresent(it -> words.addAll(List.of("--token-file", it.toString())));
        Optional.ofNullable(ca).ifPresent(it -> words.addAll(List.of("--ca", it.toString())));
        return words.isEmpty() ? super.steps() : NextSteps.at(words);
    }
}
