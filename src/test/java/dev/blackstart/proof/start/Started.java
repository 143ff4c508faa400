package dev.blackstart.proof.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One start of a server, from its process to its first word that it is ready.
///
/// @param took until then
/// @param ready KiB resident at that moment
/// @param settled KiB resident once it has been left alone for a while
record Started(Duration took, long ready, long settled) {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SETTLES = Duration.ofSeconds(5);
    private static final HttpRequest READY =
            HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + Starts.PORT + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();

    static Started of(List<String> command, HttpClient client)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            awaitReady(process, client, begun);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            long ready = resident(process.pid());
            boolean ended = process.waitFor(SETTLES.toMillis(), TimeUnit.MILLISECONDS);
            return new Started(took, ready, ended ? 0 : resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void awaitReady(Process process, HttpClient client, long begun)
            throws IOException, InterruptedException {
        while (System.nanoTime() - begun < LONGEST.toNanos()) {
            if (!process.isAlive()) {
                throw new IOException("it ended with code " + process.exitValue());
            }
            if (listens() && says(client)) {
                return;
            }
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        throw new IOException("it was not ready within " + LONGEST);
    }

    private static boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", Starts.PORT), 100);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean says(HttpClient client) throws InterruptedException {
        try {
            return client.send(READY, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.UTF_8)
                .stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
