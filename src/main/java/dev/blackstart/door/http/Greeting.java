package dev.blackstart.door.http;

import dev.blackstart.service.Service;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.eclipse.microprofile.config.Config;

/// Tells whoever started the server where it is, once it listens.
@ApplicationScoped
public class Greeting {
    private final Service service;
    private final Config config;

    Greeting(Service service, Config config) {
        this.service = service;
        this.config = config;
    }

    void listens(@ObservesAsync HttpServerStart event, HttpServer server) {
        greet("http", server.getPort());
    }

    void listensWithTls(@ObservesAsync HttpsServerStart event, HttpServer server) {
        greet("https", server.getSecurePort());
    }

    private void greet(String scheme, int port) {
        String host = config.getValue("quarkus.http.host", String.class);
        String base =
                "%s://%s:%d".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port);
        Beans.source().greet(service, base, name -> config.getOptionalValue(name, String.class));
    }
}
