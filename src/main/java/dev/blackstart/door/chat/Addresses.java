package dev.blackstart.door.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The addresses to which an answer may be sent: the chat names one with each request, and only its
/// own hosts are believed.
record Addresses(Set<String> hosts) {
    private static final int LONGEST = 2_048;

    Addresses {
        hosts = Set.copyOf(hosts);
    }

    /// The host of one server.
    static Addresses of(URI server) {
        return new Addresses(
                Set.of(
                        server.getPort() < 0
                                ? server.getHost()
                                : server.getHost() + ":" + server.getPort()));
    }

    /// Empty when it is not one of them.
    Optional<URI> allowed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            String named = uri.getPort() < 0 ? host : host + ":" + uri.getPort();
            boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            boolean safe =
                    "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && here(host);
            return plain && safe && hosts.contains(named) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    String refusal() {
        return "The response_url is at none of %s, with https: the hosts of the chat's server or of answers_to, each with its port where that is not the usual one."
                .formatted(String.join(", ", new TreeSet<>(hosts)));
    }

    /// Without TLS only on this machine.
    private static boolean here(String host) {
        return host.equals("127.0.0.1") || host.equals("localhost");
    }
}
