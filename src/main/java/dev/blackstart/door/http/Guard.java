package dev.blackstart.door.http;

import dev.blackstart.service.Caller;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;

/// Lets nobody through to a method that does not say who may. Goes by the method that was found,
/// never by the path.
@Provider
@Priority(Priorities.AUTHENTICATION)
public class Guard implements ContainerRequestFilter {
    /// Whoever cannot say who they are shares one bucket.
    private static final String NOBODY = "";

    private final ResourceInfo resource;
    private final Instance<Identity> identities;
    private final Rates rates;

    Guard(ResourceInfo resource, Instance<Identity> identities, Rates rates) {
        this.resource = resource;
        this.identities = identities;
        this.rates = rates;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            request.abortWith(Problems.forbidden("Nobody may do this."));
        } else if (!method.isAnnotationPresent(Open.class)) {
            guarded(request, Optional.ofNullable(method.getAnnotation(Needs.class)));
        }
    }

    private void guarded(ContainerRequestContext request, Optional<Needs> needs) {
        Optional<Caller> caller = caller(request);
        if (caller.isEmpty()) {
            request.abortWith(rates.take(NOBODY) ? Problems.unauthorized() : Problems.tooMany());
        } else if (needs.isEmpty()) {
            request.abortWith(Problems.forbidden("Nobody may do this."));
        } else if (!caller.get().grant().may(needs.get().value())) {
            request.abortWith(
                    Problems.forbidden(
                            "This needs the scope %s, which %s does not have."
                                    .formatted(
                                            needs.get().value().word(),
                                            caller.get().credential())));
        } else if (!rates.take(caller.get().credential())) {
            request.abortWith(Problems.tooMany());
        } else {
            Callers.put(request, caller.get());
        }
    }

    private Optional<Caller> caller(ContainerRequestContext request) {
        return identities.stream().flatMap(it -> it.of(request).stream()).findFirst();
    }
}
