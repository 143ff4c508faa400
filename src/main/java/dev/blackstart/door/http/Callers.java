package dev.blackstart.door.http;

import dev.blackstart.service.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;

/// The caller of a request, once the guard has let it in.
public final class Callers {
    private static final String KEY = Caller.class.getName();

    private Callers() {}

    static void put(ContainerRequestContext request, Caller caller) {
        request.setProperty(KEY, caller);
    }

    /// For methods that need something; others have no caller.
    public static Caller of(ContainerRequestContext request) {
        if (request.getProperty(KEY) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("asked for the caller of a request that needs none");
    }
}
