package dev.blackstart.door.cli;

import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.ChatReader;
import dev.blackstart.reading.ChatSettings;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.runbook.Read;
import dev.blackstart.view.Escaped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `serve`: the same engine and journal behind HTTP.
@Command(
        name = "serve",
        description = {
            "Serve the web console and the REST API on this machine, with the same engine and journal.",
            "On a terminal it says where the console is and how to log in. Only loopback is listened on unless --listen says otherwise."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart serve",
            "  blackstart serve --listen 192.0.2.5 --tls-certificate cert.pem --tls-key key.pem",
            "  blackstart token create anna-laptop --scopes view,run --runbooks all",
            "  blackstart token link anna-laptop"
        })
final class ServeVerb implements Callable<Integer> {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();
    @Mixin HostOptions hosts = new HostOptions();

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "IP address to listen on (default: ${DEFAULT-VALUE}). Another than loopback needs TLS or --behind-proxy.")
    String listen = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8470",
            description = "Port to listen on, 0 for a free one (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder of the journal and of what the service keeps, as --journal.")
    @Nullable Path state;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Certificate chain, PEM.")
    @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, PEM.")
    @Nullable Path key;

    @Option(
            names = "--behind-proxy",
            description = "Listen without TLS elsewhere than on loopback: a proxy does it.")
    boolean behindProxy;

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "A further host name under which it may be asked; may be repeated.")
    List<String> names = List.of();

    @Option(
            names = "--chat",
            paramLabel = "FILE",
            description = "How it and the team's chats know each other: Slack, Mattermost, alerts.")
    @Nullable Path chat;

    ServeVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        if (state != null) {
            shared.journal = state;
        }
        ServeTerms terms =
                new ServeTerms(
                        listen,
                        port(),
                        tls(),
                        behindProxy,
                        names.stream().map(ServeVerb::name).toList(),
                        chat(),
                        Optional.ofNullable(shared.journal));
        if (!address().isLoopbackAddress() && terms.tls().isEmpty() && !behindProxy) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "Listening on %s would send tokens over the network as they are; give --tls-certificate and --tls-key, or --behind-proxy when a proxy does TLS."
                            .formatted(listen));
        }
        Places places = new Setting(surroundings, shared).places(hosts);
        places.policy().ifPresent(this::warn);
        return ports.serving().serve(places, terms);
    }

    /// It is no reason not to serve: runs are to be looked at and diagnosed all the same.
    private void warn(Path policy) {
        if (PolicyReader.read(policy) instanceof Read.Refused<SiteFiles> it) {
            surroundings.say(
                    surroundings.complaints(),
                    "The policy cannot be read, so no run that acts is opened and nobody can approve until it can: %s; blackstart policy check shows all."
                            .formatted(Escaped.line(it.problems().getFirst().toString())));
        }
    }

    private InetAddress address() {
        if (!ADDRESS.matcher(listen).matches()) {
            throw usage("--listen must be an IP address, such as 192.0.2.5.");
        }
        try {
            return InetAddress.getByName(listen);
        } catch (UnknownHostException e) {
            throw usage("--listen must be an IP address, such as 192.0.2.5.");
        }
    }

    private int port() {
        if (port < 0 || port > 65_535) {
            throw usage("--port must be a number from 0 to 65535.");
        }
        return port;
    }

    private Optional<ServeTerms.Tls> tls() {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw usage("--tls-certificate and --tls-key go together.");
        }
        return Optional.of(
                new ServeTerms.Tls(
                        readable("--tls-certificate", certificate), readable("--tls-key", key)));
    }

    /// What is wrong in it is said before anything listens.
    private Optional<Path> chat() {
        if (chat == null) {
            return Optional.empty();
        }
        Path file = readable("--chat", chat);
        return switch (ChatReader.read(file)) {
            case Read.Accepted<ChatSettings> it -> Optional.of(file);
            case Read.Refused<ChatSettings> it ->
                    throw new CannotGoOn(
                            ExitCode.REFUSED,
                            "The file of chats is refused; nothing listens.\n"
                                    + it.problems().stream()
                                            .map(problem -> Escaped.line(problem.toString()))
                                            .collect(Collectors.joining("\n")));
        };
    }

    private Path readable(String option, Path named) {
        Path file = surroundings.cwd().resolve(named);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The file of %s cannot be read: %s"
                            .formatted(option, Escaped.line(file.toString())));
        }
        return file;
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw usage("--name must be a host name, such as blackstart.example.org.");
        }
        return name;
    }

    private static CannotGoOn usage(String sentence) {
        return new CannotGoOn(ExitCode.USAGE, sentence);
    }
}
