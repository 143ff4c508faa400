package dev.blackstart.door.web;

import dev.blackstart.service.Sessions;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.regex.Pattern;

/// The cookie by which a browser is known: no script reads it, and no other site has it sent along.
final class Cookies {
    static final String NAME = "blackstart";
    private static final Pattern SECRET = Pattern.compile("[0-9a-z]{52}");

    private Cookies() {}

    static Optional<String> secret(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(NAME))
                .map(Cookie::getValue)
                .filter(it -> SECRET.matcher(it).matches());
    }

    static NewCookie given(ContainerRequestContext request, String secret) {
        return cookie(request, secret, (int) Sessions.LASTS.toSeconds());
    }

    static NewCookie taken(ContainerRequestContext request) {
        return cookie(request, "", 0);
    }

    private static NewCookie cookie(ContainerRequestContext request, String value, int seconds) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(Origins.encrypted(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
