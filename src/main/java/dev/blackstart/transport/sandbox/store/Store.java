package dev.blackstart.transport.sandbox.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The store's process. Requests are files in a folder, so that neither it nor its clients need the network.
public final class Store {
    private static final int WORKERS = 3;

    private Store() {}

    /// @param arguments the folder of its host: `requests` with the requests, `run/outage` while peers are lost
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        LockedLog log = new LockedLog(System.err);
        Keys keys = new Keys();
        Path requests = Files.createDirectories(home.resolve("requests"));
        log.line("starting, " + keys.count() + " keys at revision " + keys.revision());
        for (int i = 1; i <= WORKERS; i++) {
            Worker worker = new Worker(requests, keys, log);
            Thread.ofPlatform().name("worker-" + i).start(worker);
        }
        Thread.ofPlatform().name("ticker").start(new Ticker(home.resolve("run/outage"), log));
    }
}
