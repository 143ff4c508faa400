package dev.blackstart.transport.sandbox.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Takes requests and answers them, saying so before and after.
final class Worker implements Runnable {
    private static final long PAUSE_MILLIS = 10;

    private final Path requests;
    private final Keys keys;
    private final LockedLog log;

    Worker(Path requests, Keys keys, LockedLog log) {
        this.requests = requests;
        this.keys = keys;
        this.log = log;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Optional<Path> taken = take();
                if (taken.isPresent()) {
                    serve(taken.get());
                } else {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (IOException e) {
                log.line("request lost: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// A request belongs to the worker that renamed it.
    private Optional<Path> take() throws IOException {
        try (DirectoryStream<Path> asked = Files.newDirectoryStream(requests, "*.ask")) {
            for (Path request : asked) {
                Optional<Path> taken = take(request);
                if (taken.isPresent()) {
                    return taken;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> take(Path request) throws IOException {
        try {
            return Optional.of(rename(request, ".taken"));
        } catch (NoSuchFileException takenByAnother) {
            return Optional.empty();
        }
    }

    private void serve(Path request) throws IOException {
        String text = Files.readString(request).strip();
        log.line("request " + text);
        Files.writeString(request, answer(text.split(" ", 3)) + "\n");
        log.line("answered " + text);
        rename(request, ".answer");
    }

    private String answer(String[] words) {
        return switch (words[0]) {
            case "health" -> "{\"health\":\"true\"}";
            case "status" ->
                    "127.0.0.1:2379, 8211f1d0f64f3269, 3.4.23, 25 kB, true, 7, " + keys.revision();
            case "get" -> keys.get(words.length > 1 ? words[1] : "");
            case "put" -> keys.put(words[1], words.length > 2 ? words[2] : "");
            case "snapshot" -> keys.snapshot();
            default -> "unknown request " + words[0];
        };
    }

    private static Path rename(Path request, String ending) throws IOException {
        String name = request.getFileName().toString();
        Path renamed = request.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
        return Files.move(request, renamed, StandardCopyOption.ATOMIC_MOVE);
    }
}
