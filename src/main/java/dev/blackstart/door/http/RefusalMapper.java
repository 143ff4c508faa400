package dev.blackstart.door.http;

import dev.blackstart.service.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// What the service refuses.
@Provider
public class RefusalMapper implements ExceptionMapper<Refusal> {
    @Override
    public Response toResponse(Refusal refusal) {
        return Problems.of(refusal);
    }
}
