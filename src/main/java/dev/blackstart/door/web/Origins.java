package dev.blackstart.door.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Locale;

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

    private static boolean here(ContainerRequestContext request, String origin) {
        String host = request.getHeaderString("Host");
        String authority =
                host == null ? request.getUriInfo().getRequestUri().getAuthority() : host;
        return origin.toLowerCase(Locale.ROOT)
                .matches(
                        "https?://\\Q"
                                + String.valueOf(authority).toLowerCase(Locale.ROOT)
                                + "\\E");
    }

    /// Does the browser stand on TLS, be it this server's or a proxy's?
    static boolean encrypted(ContainerRequestContext request) {
        URI here = request.getUriInfo().getRequestUri();
        String origin = request.getHeaderString(ORIGIN);
        return "https".equals(here.getScheme()) || origin != null && origin.startsWith("https:");
    }
}
