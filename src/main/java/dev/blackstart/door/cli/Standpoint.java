package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalLocation;
import dev.blackstart.journal.JournalView;
import dev.blackstart.remote.Credential;
import dev.blackstart.remote.RemoteService;
import dev.blackstart.remote.ServiceAddress;
import dev.blackstart.view.Escaped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From where a verb sees runs: beside the journal of this machine, or from afar, through a
/// service. From afar the person is the one for whom the token speaks, and the time that of the
/// service.
///
/// @param service empty for the journal of this machine
/// @param scopes what the token may; none for the journal of this machine, which asks for none
record Standpoint(
        Surroundings surroundings,
        Ports ports,
        Places places,
        Optional<RemoteService> service,
        Set<String> scopes) {
    /// A clock that is off by less is not corrected: ages are shown in seconds.
    private static final Duration CLOSE = Duration.ofSeconds(2);

    static Standpoint of(Surroundings surroundings, Ports ports, RemoteOptions options) {
        return of(surroundings, ports, options, new HostOptions());
    }

    static Standpoint of(
            Surroundings surroundings, Ports ports, RemoteOptions options, HostOptions hosts) {
        Optional<String> address = options.address(surroundings.env());
        if (address.isPresent()) {
            refuseFilesOfHere(options, hosts);
            return afar(surroundings, ports, options, ServiceAddress.of(address.get()));
        }
        Places places = new Setting(surroundings, options).places(hosts);
        return new Standpoint(surroundings, ports, places, Optional.empty(), Set.of());
    }

    /// The service would refuse it as well; whoever lacks the scope is not asked questions first,
    /// nor given advice that cannot help.
    ///
    /// @param nothing what was not done therefore, as a sentence
    void demand(String scope, String nothing) {
        if (service.isPresent() && !scopes.contains(scope)) {
            throw new CannotGoOn(
                    ExitCode.NOT_ALLOWED,
                    "This needs the scope %s, which your token for %s does not have. %s"
                            .formatted(
                                    scope,
                                    Escaped.line(surroundings.person().name(), 32),
                                    nothing));
        }
    }

    private static Standpoint afar(
            Surroundings surroundings, Ports ports, RemoteOptions options, ServiceAddress address) {
        Map<String, String> env = surroundings.env();
        Optional<Path> ca =
                Optional.ofNullable(options.ca)
                        .or(() -> Optional.ofNullable(env.get("BLACKSTART_CA")).map(Path::of))
                        .map(surroundings.cwd()::resolve);
        RemoteService service =
                RemoteService.at(address, credential(surroundings, options, address), ca);
        RemoteService.Known me = service.caller();
        Duration ahead = Duration.between(surroundings.clock().instant(), me.now());
        Surroundings known = surroundings.as(me.person());
        return new Standpoint(
                ahead.abs().compareTo(CLOSE) < 0
                        ? known
                        : known.at(Clock.offset(surroundings.clock(), ahead)),
                ports.with(new Afar(service, me.scopes().contains("approve"))),
                new Setting(surroundings, new SharedOptions()).places(),
                Optional.of(service),
                me.scopes());
    }

    private static Credential credential(
            Surroundings surroundings, RemoteOptions options, ServiceAddress address) {
        if (options.tokenFile != null) {
            return Credential.in(surroundings.cwd().resolve(options.tokenFile));
        }
        String token = surroundings.env().getOrDefault("BLACKSTART_TOKEN", "");
        if (!token.isBlank()) {
            return Credential.of(token, "BLACKSTART_TOKEN");
        }
        Path usual = usual(surroundings, address);
        if (!Files.exists(usual)) {
            throw new CannotGoOn(
                    ExitCode.NOT_ALLOWED,
                    "There is no token for %s; put one into %s with mode 0600, name its file with --token-file, or set BLACKSTART_TOKEN."
                            .formatted(address, Escaped.line(usual.toString())));
        }
        return Credential.in(usual);
    }

    /// Each server has its own, so that no other one is ever sent it.
    private static Path usual(Surroundings surroundings, ServiceAddress address) {
        try {
            return JournalLocation.of(surroundings.env())
                    .directory()
                    .resolve("servers")
                    .resolve(address.name() + ".token");
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }

    private static void refuseFilesOfHere(RemoteOptions options, HostOptions hosts) {
        Optional<String> named =
                options.journal != null
                        ? Optional.of("--journal")
                        : options.runbooks != null
                                ? Optional.of("--runbooks")
                                : options.inventory != null
                                        ? Optional.of("--inventory")
                                        : hosts.given();
        if (named.isPresent()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "%s names a file of this machine, and a service has its own; leave out %s or --server."
                            .formatted(named.get(), named.get()));
        }
    }

    /// The journal of a service.
    private record Afar(RemoteService service, boolean answers) implements Ports.Journals {
        @Override
        public JournalView open(Path folder) {
            return service.journal();
        }

        @Override
        public boolean elsewhere() {
            return true;
        }

        @Override
        public Optional<String> onlyWatched() {
            return answers
                    ? Optional.empty()
                    : Optional.of(
                            "Your token may not answer (it lacks the scope approve); you watch. Ctrl-C leaves and changes nothing.");
        }
    }
}
