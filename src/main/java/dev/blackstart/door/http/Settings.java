package dev.blackstart.door.http;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/// How the server was started, as `blackstart serve` leaves it in the configuration.
///
/// @param hosts names under which it may be asked, without a port
public record Settings(Set<String> hosts) {
    /// Names besides the usual ones, with commas between them.
    public static final String HOSTS = "blackstart.serve.hosts";

    /// The file that tells a server about chats.
    public static final String CHAT = "blackstart.serve.chat";

    public Settings {
        hosts = Set.copyOf(hosts);
    }

    static Settings of(Config config) {
        Set<String> hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        Optional<String> more = config.getOptionalValue(HOSTS, String.class);
        more.ifPresent(names ->
                Arrays.stream(names.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .forEach(hosts::add));
        return new Settings(hosts);
    }

    /// May it be asked under this name?
    ///
    /// @param host as the request says it, with a port or without
    boolean answersTo(String host) {
        return hosts.contains(host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]{1,5}$", ""));
    }
}
