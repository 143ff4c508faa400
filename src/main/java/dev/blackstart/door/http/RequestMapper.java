package dev.blackstart.door.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// Requests that reach no method: no such path, not this way, not in this form.
@Provider
public class RequestMapper implements ExceptionMapper<WebApplicationException> {
    private final TakenMethods taken;
    private final UriInfo uri;

    RequestMapper(TakenMethods taken, UriInfo uri) {
        this.taken = taken;
        this.uri = uri;
    }

    @Override
    public Response toResponse(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        Response problem =
                switch (status) {
                    case 404 ->
                            Problems.problem(
                                    404,
                                    "not-found",
                                    "There is none",
                                    List.of("There is nothing under this path."));
                    case 405 ->
                            Problems.problem(
                                    405,
                                    "method",
                                    "Not in this way",
                                    List.of("This path does not take this method."));
                    case 406 ->
                            Problems.problem(
                                    406,
                                    "form",
                                    "Not in this form",
                                    List.of("There is no such form of it."));
                    case 415 ->
                            Problems.problem(
                                    415,
                                    "form",
                                    "Not in this form",
                                    List.of("Send application/json."));
                    default ->
                            Problems.problem(
                                    status,
                                    "request",
                                    "The request is not understood",
                                    List.of("The request is not understood."));
                };
        return status == 405
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, taken.of(uri.getRequestUri().getRawPath()))
                        .build()
                : problem;
    }
}
