package dev.blackstart.door.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;

/// Stands before everything that listens: a request must be meant for this server and have a path
/// with one spelling.
@ApplicationScoped
public class FrontGate {
    /// Nothing encoded, no empty and no dotted parts, no parameters within parts.
    private static final Pattern PATH = Pattern.compile("/|(/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+");

    /// Where libraries put files that Quarkus would hand out by itself.
    private static final String LIBRARIES = "/webjars/";

    /// A page may have one of its own.
    private static final String POLICY = "Content-Security-Policy";

    private static final int FIRST = 10_000;

    private final Settings settings;

    FrontGate(Settings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        harden(context);
        List<String> hosts = request.headers().getAll("Host");
        boolean second = request.version() == HttpVersion.HTTP_2;
        boolean named =
                second
                        ? request.authority() != null
                                && settings.answersTo(request.authority().toString())
                        : hosts.size() == 1 && settings.answersTo(hosts.getFirst());
        if (!named) {
            refuse(context, 421, "host", "This server does not answer under that name.");
        } else if (!PATH.matcher(path(request)).matches() || path(request).startsWith(LIBRARIES)) {
            refuse(context, 404, "not-found", "There is nothing under this path.");
        } else {
            context.next();
        }
    }

    /// As it was sent, without the query.
    private static String path(HttpServerRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static void harden(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.addHeadersEndHandler(ended -> {
            if (!response.headers().contains(POLICY)) {
                response.putHeader(
                        POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
            }
        });
    }

    private static void refuse(RoutingContext context, int status, String kind, String sentence) {
        var problem =
                Problems.problem(status, kind, "The request is not understood", List.of(sentence));
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problems.TYPE.toString())
                .end(String.valueOf(problem.getEntity()));
    }
}
