package dev.blackstart.transport.sandbox.store;

import java.nio.file.Files;
import java.nio.file.Path;

/// Says regularly that it lives: some 8 KiB a second, and 40 times as much while its peers are lost.
final class Ticker implements Runnable {
    private static final long CALM_MILLIS = 20;
    private static final int BURST = 40;

    private final Path outage;
    private final LockedLog log;

    Ticker(Path outage, LockedLog log) {
        this.outage = outage;
        this.log = log;
    }

    @Override
    public void run() {
        long term = 7;
        while (!Thread.currentThread().isInterrupted()) {
            boolean lost = Files.exists(outage);
            for (int i = 0; i < (lost ? BURST : 1); i++) {
                log.line(
                        lost
                                ? "failed to send out heartbeat on time (exceeded the 100ms timeout for"
                                        + " 1.2s, to 8211f1d0f64f3269) term "
                                        + term++
                                : "applied index is now up to date with the leader 8211f1d0f64f3269,"
                                        + " nothing to be compacted in term "
                                        + term);
            }
            try {
                Thread.sleep(CALM_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
