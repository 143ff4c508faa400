package dev.blackstart.door.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Stands before everything that listens: a request must be meant for this server, have a path with
/// one spelling, and not bring more than a body may have.
@ApplicationScoped
public class FrontGate {
    /// Nothing encoded, no empty and no dotted parts, no parameters within parts.
    private static final Pattern PATH = Pattern.compile("/|(/[A-Za-z0-9_-][A-Za-z0-9._~-]*)+");

    /// Where libraries put files that Quarkus would hand out by itself.
    private static final String LIBRARIES = "/webjars/";

    /// Nothing stands there; whoever is led there is told so as by any other address of which that
    /// is true.
    private static final String NOWHERE = "/nothing-here";

    /// Marks a request that was led there.
    private static final String LED = "blackstart.led-nowhere";

    /// A page may have one of its own.
    private static final String POLICY = "Content-Security-Policy";

    /// Before Quarkus looks at length and host, whose refusals are no problem documents.
    private static final int FIRST = Integer.MAX_VALUE;

    private final Settings settings;
    private final long longest;

    FrontGate(
            Settings settings,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longest) {
        this.settings = settings;
        this.longest = longest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    /// A request without a host fails before any filter sees it.
    void failing(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        if (context.response().headWritten() || named(context.request())) {
            context.next();
        } else {
            harden(context);
            refuseName(context);
        }
    }

    private void look(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (context.get(LED) != null) {
            harden(context); // leading it there took the headers off
            context.next();
            return;
        }
        harden(context);
        if (!named(request)) {
            refuseName(context);
        } else if (!PATH.matcher(path(request)).matches() || path(request).startsWith(LIBRARIES)) {
            refuseSpelling(context);
        } else if (length(request) > longest) {
            context.response()
                    .putHeader("Connection", "close")
                    .endHandler(sent -> request.connection().close());
            refuse(
                    context,
                    413,
                    "too-long",
                    "Too long",
                    "A body may have %d bytes at most.".formatted(longest));
        } else {
            context.next();
        }
    }

    private boolean named(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return request.authority() != null
                    && settings.answersTo(request.authority().toString());
        }
        List<String> hosts = request.headers().getAll("Host");
        return hosts.size() == 1 && settings.answersTo(hosts.getFirst());
    }

    private static void refuseName(RoutingContext context) {
        refuse(
                context,
                421,
                "host",
                "Not under this name",
                "This server does not answer under that name.");
    }

    /// In a browser with a way back.
    private static void refuseSpelling(RoutingContext context) {
        String accepts = context.request().getHeader("Accept");
        if (accepts != null && accepts.contains("text/html")) {
            context.put(LED, true);
            context.reroute(HttpMethod.GET, NOWHERE);
        } else {
            refuse(context, 404, "not-found", "There is none", "There is nothing under this path.");
        }
    }

    /// As announced; 0 where it is not, and where the number is none, which the server refuses.
    private static long length(HttpServerRequest request) {
        String announced = request.getHeader("Content-Length");
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException e) {
            return 0;
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
                .putHeader("X-Accel-Buffering", "no") // a proxy hands on each event as it comes
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.addHeadersEndHandler(ended -> {
            if (!response.headers().contains(POLICY)) {
                response.putHeader(
                        POLICY, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
            }
        });
    }

    private static void refuse(
            RoutingContext context, int status, String kind, String title, String sentence) {
        var problem = Problems.problem(status, kind, title, List.of(sentence));
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problems.TYPE.toString())
                .end(String.valueOf(problem.getEntity()));
    }
}
