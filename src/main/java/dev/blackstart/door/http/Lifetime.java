package dev.blackstart.door.http;

import dev.blackstart.service.Service;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Takes runs up when the server has started, and leaves them when it stops.
@ApplicationScoped
public class Lifetime {
    private volatile boolean ready;

    void started(@Observes StartupEvent event, Service service) {
        Thread.ofPlatform()
                .daemon()
                .name("taking-up")
                .start(() -> {
                    service.takeUp();
                    ready = true;
                    service.warm();
                });
    }

    void stopped(@Observes ShutdownEvent event, Service service) {
        ready = false;
        service.leave();
    }

    /// Does it take orders?
    public boolean ready() {
        return ready;
    }
}
