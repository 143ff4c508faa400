package dev.blackstart.door.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.door.http.Needs;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.service.RunPage;
import dev.blackstart.service.RunQuery;
import dev.blackstart.service.RunSummary;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.view.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The runs, newest first, by pages.
@Path("/runs")
@Console
public class RunsResource {
    private static final int PAGE = 50;
    private static final List<String> FILTERS = List.of("runbook", "mode", "verdict", "by", "host");

    private final Service service;
    private final Desk desk;
    private final ContainerRequestContext request;

    RunsResource(Service service, Desk desk, ContainerRequestContext request) {
        this.service = service;
        this.desk = desk;
        this.request = request;
    }

    @GET
    @Needs(Scope.VIEW)
    public Response runs() {
        return desk.answer(request, () -> desk.page(request, "runs", model()));
    }

    private Json.Fields model() {
        RunPage page = service.runs().list(query(), Visits.of(request).caller());
        Json.Fields filters = Json.object();
        for (String name : FILTERS) {
            filters = filters.with(name, said(name).orElse(""));
        }
        Json.Fields model =
                Json.object()
                        .with("runs", Json.array(page.runs(), RunSummary::json))
                        .with("unreadable", Json.texts(page.unreadable()))
                        .with("filters", filters)
                        .with("open", Json.of(said("open").isPresent()))
                        .with("later", Json.of(said("before").isPresent()))
                        .with("modes", words(Mode.class))
                        .with("verdicts", words(Verdict.class));
        return page.next().map(next -> model.with("older", older(next))).orElse(model);
    }

    private RunQuery query() {
        return new RunQuery(
                said("open").isPresent(),
                said("runbook"),
                said("mode").flatMap(it -> one(Mode.class, it)),
                said("verdict").flatMap(it -> one(Verdict.class, it)),
                said("by"),
                said("host"),
                Optional.empty(),
                said("before").filter(RunId::allowed).map(RunId::new),
                PAGE);
    }

    /// The same filters, further back.
    private String older(RunId next) {
        List<String> parts = new ArrayList<>();
        for (String name : FILTERS) {
            said(name).ifPresent(it -> parts.add(name + "=" + URLEncoder.encode(it, UTF_8)));
        }
        said("open").ifPresent(it -> parts.add("open=yes"));
        parts.add("before=" + next);
        return "/runs?" + String.join("&", parts);
    }

    private Optional<String> said(String name) {
        MultivaluedMap<String, String> all = request.getUriInfo().getQueryParameters();
        return Optional.ofNullable(all.getFirst(name))
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }

    private static <E extends Enum<E>> Json words(Class<E> type) {
        return Json.texts(Arrays.stream(type.getEnumConstants()).map(RunsResource::word).toList());
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> word(it).equals(word))
                .findFirst();
    }

    private static String word(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT);
    }
}
