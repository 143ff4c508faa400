package dev.blackstart.remote;

import dev.blackstart.view.Escaped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a service listens: `https`, or `http` on this machine, since what is sent has the token in
/// it.
public record ServiceAddress(URI uri) {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+]");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(0*:)+0*1]");

    /// @throws ServiceTrouble `USAGE` when a token must not be sent there
    public static ServiceAddress of(String text) {
        URI uri = parsed(text.strip()).orElseThrow(() -> unusable(text));
        boolean plain = "http".equals(uri.getScheme());
        if (!plain && !"https".equals(uri.getScheme())
                || uri.getHost() == null
                || !HOST.matcher(uri.getHost()).matches()
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getRawPath().isEmpty()) {
            throw unusable(text);
        }
        if (plain && !LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches()) {
            throw new ServiceTrouble(
                    ServiceTrouble.Kind.USAGE,
                    "Nothing was sent to %s: over http everybody on the way could read the token; use https, or a tunnel to this machine (ssh -L 8470:127.0.0.1:8470 %s)."
                            .formatted(uri, uri.getHost()));
        }
        return new ServiceAddress(uri);
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text.replaceFirst("/$", "")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static ServiceTrouble unusable(String text) {
        return new ServiceTrouble(
                ServiceTrouble.Kind.USAGE,
                "%s is no address of a service; one is https://HOST or https://HOST:PORT, with nothing behind it."
                        .formatted(Escaped.line(text, 80)));
    }

    /// @param path begins with `/`
    URI at(String path) {
        return URI.create(uri + path);
    }

    /// The same server has the same name, whatever it is written like; fit for a file.
    public String name() {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("http") ? 80 : 443;
        return uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "").replace(':', '-')
                + "_"
                + port;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
