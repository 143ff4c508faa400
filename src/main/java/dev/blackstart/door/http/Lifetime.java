package dev.blackstart.door.http;

import dev.blackstart.service.Service;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/// Takes runs up when the server has started, and leaves them when it stops.
@ApplicationScoped
public class Lifetime {
    private final Instance<Resident> residents;
    private volatile boolean ready;

    Lifetime(@Any Instance<Resident> residents) {
        this.residents = residents;
    }

    void started(@Observes StartupEvent event, Service service) {
        Thread.ofPlatform()
                .daemon()
                .name("taking-up")
                .start(() -> {
                    service.takeUp();
                    ready = true;
                    residents.forEach(Resident::moveIn);
                    service.warm();
                });
    }

    void stopped(@Observes ShutdownEvent event, Service service) {
        ready = false;
        residents.forEach(Resident::moveOut);
        service.leave();
    }

    /// Does it take orders?
    public boolean ready() {
        return ready;
    }
}
