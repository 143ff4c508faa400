package dev.blackstart.door.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/// A bug: what it was stands in the log, never in an answer.
@Provider
public class BugMapper implements ExceptionMapper<Exception> {
    private static final System.Logger LOG = System.getLogger("blackstart");

    @Override
    public Response toResponse(Exception e) {
        LOG.log(System.Logger.Level.ERROR, "A bug in Blackstart", e);
        return Problems.problem(
                500,
                "bug",
                "Blackstart met a bug in itself",
                List.of("Runs go on; the log of the service says what it was."));
    }
}
