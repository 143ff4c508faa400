package dev.blackstart.door.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.List;

/// A bug: what it was stands in the log, never in an answer. What comes after the answer has gone
/// is none: the server has ended the request itself, for a body that was too long or broke off.
@Provider
public class BugMapper implements ExceptionMapper<Exception> {
    private static final System.Logger LOG = System.getLogger("blackstart");

    private final CurrentVertxRequest request;

    BugMapper(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Exception e) {
        if (e instanceof IOException && answered()) {
            return Response.status(413).build();
        }
        LOG.log(System.Logger.Level.ERROR, "A bug in Blackstart", e);
        return Problems.problem(
                500,
                "bug",
                "Blackstart met a bug in itself",
                List.of("Runs go on; the log of the service says what it was."));
    }

    private boolean answered() {
        RoutingContext context = request.getCurrent();
        return context != null && context.response().ended();
    }
}
