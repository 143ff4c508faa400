package dev.blackstart.door.web;

import dev.blackstart.door.http.Needs;
import dev.blackstart.door.http.Open;
import dev.blackstart.door.http.Rates;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.service.Tokens;
import dev.blackstart.view.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Logging in, by a token or by a link that counts once, and logging out.
@Path("/")
@Console
public class LoginResource {
    private final Service service;
    private final Desk desk;
    private final Rates rates;
    private final ContainerRequestContext request;

    LoginResource(Service service, Desk desk, Rates rates, ContainerRequestContext request) {
        this.service = service;
        this.desk = desk;
        this.rates = rates;
        this.request = request;
    }

    @GET
    @Path("login")
    @Open("Whoever has not logged in must see where to.")
    public Response asks() {
        return desk.login(200, Json.object().with("next", "/"), List.of());
    }

    /// Looks at a link; it is used up by the button on the page.
    @GET
    @Path("login/{link}")
    @Open("The link itself is the proof.")
    public Response asks(@PathParam("link") String link) {
        Json.Fields model = Json.object().with("next", "/");
        Optional<Caller> caller = service.links().look(link, now());
        return caller.isPresent()
                ? desk.login(
                        200,
                        model.with("link", link).with("person", caller.get().person().name()),
                        List.of())
                : desk.login(
                        401,
                        model,
                        List.of(
                                "This link was used already or is too old; blackstart token link makes another."));
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open("The token or the link in the form is the proof.")
    public Response comes(
            @FormParam("token") @Nullable String token,
            @FormParam("link") @Nullable String link,
            @FormParam("next") @Nullable String next) {
        String to = Optional.ofNullable(next).filter(Places::allowed).orElse("/");
        Json.Fields model = Json.object().with("next", to);
        if (!rates.take("who logs in")) {
            return desk.login(
                    429,
                    model,
                    List.of("Too many try to log in at this moment; try again in a second."));
        }
        Optional<String> name =
                link == null
                        ? proven(Optional.ofNullable(token).orElse("").strip())
                        : service.links().use(link, now());
        return name.map(it -> welcome(it, to))
                .orElseGet(() ->
                        desk.login(
                                401,
                                model,
                                List.of(
                                        "That does not count, or no longer: nobody was logged in.")));
    }

    private Optional<String> proven(String token) {
        return service.tokens().caller(token, Channel.WEB, now()).flatMap(it -> Tokens.name(token));
    }

    private Response welcome(String token, String to) {
        String secret = service.sessions().open(token, now());
        return Response.fromResponse(Desk.seeOther(to))
                .cookie(Cookies.given(request, secret))
                .build();
    }

    @POST
    @Path("logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Scope.VIEW)
    public Response goes(MultivaluedMap<String, String> fields) {
        return desk.answer(
                request,
                () -> {
                    Form.of(request, fields);
                    Cookies.secret(request).ifPresent(service.sessions()::close);
                    return Response.fromResponse(Desk.seeOther("/login"))
                            .cookie(Cookies.taken(request))
                            .build();
                });
    }

    private Instant now() {
        return service.clock().instant();
    }
}
