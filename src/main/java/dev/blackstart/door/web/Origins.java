package dev.blackstart.door.web;

import dev.blackstart.view.Escaped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where a browser says that a request comes from.
final class Origins {
    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final String ORIGIN = "Origin";

    private Origins() {}

    /// Was it made by a page of this server? A browser that says nothing about it is not believed.
    static boolean same(ContainerRequestContext request) {
        String site = request.getHeaderString(FETCH_SITE);
        String origin = request.getHeaderString(ORIGIN);
        if (site != null && !site.equals("same-origin") || origin == null && site == null) {
            return false;
        }
        return origin == null || here(request, origin);
    }

    /// The browser says that the page is of this server, under a name the request does not carry: a
    /// proxy in between has put its own `Host` there.
    static Optional<String> renamed(ContainerRequestContext request) {
        String origin = request.getHeaderString(ORIGIN);
        boolean own = "same-origin".equals(request.getHeaderString(FETCH_SITE));
        return own && origin != null && !here(request, origin)
                ? Optional.of(
                        "The browser calls this server %s, and the request says %s: a proxy in between must hand on the Host header as it came, with its port (nginx: proxy_set_header Host $http_host)."
                                .formatted(
                                        Escaped.line(origin, 100),
                                        Escaped.line(authority(request), 100)))
                : Optional.empty();
    }

    private static String authority(ContainerRequestContext request) {
        String host = request.getHeaderString("Host");
        return String.valueOf(
                host == null ? request.getUriInfo().getRequestUri().getAuthority() : host);
    }

    private static boolean here(ContainerRequestContext request, String origin) {
        return origin.toLowerCase(Locale.ROOT)
                .matches("https?://\\Q" + authority(request).toLowerCase(Locale.ROOT) + "\\E");
    }

    /// Does the browser stand on TLS, be it this server's or a proxy's?
    static boolean encrypted(ContainerRequestContext request) {
        URI here = request.getUriInfo().getRequestUri();
        String origin = request.getHeaderString(ORIGIN);
        return "https".equals(here.getScheme()) || origin != null && origin.startsWith("https:");
    }
}
