package dev.blackstart.door.web;

import dev.blackstart.service.Caller;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Sessions;
import dev.blackstart.view.Json;
import dev.blackstart.view.report.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Makes pages out of templates, for somebody who is logged in or not.
@ApplicationScoped
public class Desk {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// A document that brings its own looks, and may nothing else: it is no page of the console.
    private static final String PAPER =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";

    private final Service service;
    private final Assets assets;

    /// What is to be said on the next page of a session.
    private final Map<String, String> said = new ConcurrentHashMap<>();

    Desk(Service service, Assets assets) {
        this.service = service;
        this.assets = assets;
    }

    /// A whole page for who is logged in.
    Response page(ContainerRequestContext request, String template, Json.Fields model) {
        return page(request, 200, template, model, List.of());
    }

    /// @param told why something was not done
    Response page(
            ContainerRequestContext request,
            int status,
            String template,
            Json.Fields model,
            List<String> told) {
        Sessions.Session session = Visits.of(request);
        Json.Fields all = framed(model, told).with("me", me(session));
        String news = said.remove(session.forms());
        return html(status, template, news == null ? all : all.with("said", news));
    }

    /// A part of a page, to be put in place of another.
    Response part(ContainerRequestContext request, String template, Json.Fields model) {
        return html(200, template, framed(model, List.of()).with("me", me(Visits.of(request))));
    }

    /// Goes on to a page, which says this.
    Response next(ContainerRequestContext request, String path, String sentence) {
        said.put(Visits.of(request).forms(), sentence);
        return seeOther(path);
    }

    /// A document made for paper, to be looked at.
    static Response paper(String html) {
        return Response.ok(html)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", PAPER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(
                        HttpHeaders.LOCATION,
                        path) // as it is: a proxy may have another scheme and name
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /// What is refused becomes a page, too.
    Response answer(ContainerRequestContext request, Supplier<Response> work) {
        try {
            return work.get();
        } catch (Refusal e) {
            return refused(request, status(e), e.lines());
        }
    }

    static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case MALFORMED -> 400;
            case NOT_ALLOWED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case REFUSED -> 422;
            case LIMIT -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    Response refused(ContainerRequestContext request, int status, List<String> lines) {
        return page(request, status, "refused", Json.object(), lines);
    }

    /// For somebody of whom nothing is known.
    Response stranger(int status, List<String> lines) {
        return html(status, "stranger", framed(Json.object(), lines));
    }

    /// Asks to log in, and then leads to what was asked for.
    Response login(ContainerRequestContext request, int status, List<String> told) {
        URI asked = request.getUriInfo().getRequestUri();
        String next =
                asked.getRawQuery() == null
                        ? asked.getRawPath()
                        : asked.getRawPath() + "?" + asked.getRawQuery();
        boolean page = request.getMethod().equals("GET") && Places.allowed(next);
        return login(status, Json.object().with("next", page ? next : "/"), told);
    }

    /// @param model `next`, and `link` with `person` for who has a link
    Response login(int status, Json.Fields model, List<String> told) {
        Response page = html(status, "login", framed(model, told));
        return status == 401
                ? Response.fromResponse(page).header("HX-Refresh", "true").build()
                : page;
    }

    private Json.Fields framed(Json.Fields model, List<String> told) {
        return model.with("now", service.clock().instant().toString())
                .with("assets", assets.version())
                .with("told", Json.texts(told));
    }

    private static Json.Fields me(Sessions.Session session) {
        Caller caller = session.caller();
        Json.Fields me =
                Json.object()
                        .with("person", caller.person().name())
                        .with("credential", caller.credential())
                        .with("forms", session.forms())
                        .with("until", session.since().plus(Sessions.LASTS).toString());
        for (Scope scope : Scope.values()) {
            me = me.with(scope.word(), Json.of(caller.grant().may(scope)));
        }
        return me;
    }

    private Response html(int status, String template, Json.Fields model) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(service.papers().console(template, Values.HTML.of(model)))
                .build();
    }
}
