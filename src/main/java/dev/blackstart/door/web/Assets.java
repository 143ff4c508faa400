package dev.blackstart.door.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/// The files that pages need besides: looks, a little script, and htmx, all from this server.
@ApplicationScoped
public class Assets {
    private static final String HTMX =
            "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";

    /// @param type its media type
    record Asset(String type, String text) {}

    private final Map<String, Asset> all;
    private final String version;

    Assets() {
        this.all =
                Map.of(
                        "console.css", new Asset("text/css", read("/web/console.css")),
                        "console.js", new Asset("text/javascript", read("/web/console.js")),
                        "htmx.js", new Asset("text/javascript", read(HTMX)));
        this.version = Integer.toHexString(all.hashCode());
    }

    Optional<Asset> of(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /// Changes with them, so that browsers may keep them.
    public String version() {
        return version;
    }

    private static String read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + resource);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
