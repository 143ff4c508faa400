package dev.blackstart.door.http;

import dev.blackstart.service.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.Config;

/// The service as a bean, for as long as the server runs.
@ApplicationScoped
public class Beans {
    @Produces
    @Singleton
    Service service(Config config) {
        return source().open(name -> config.getOptionalValue(name, String.class));
    }

    static ServiceSource source() {
        return ServiceLoader.load(ServiceSource.class).findFirst().orElseThrow();
    }

    void close(@Disposes Service service) {
        service.close();
    }

    @Produces
    @Singleton
    Settings settings(Config config) {
        return Settings.of(config);
    }
}
