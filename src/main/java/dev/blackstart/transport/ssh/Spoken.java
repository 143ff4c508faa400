package dev.blackstart.transport.ssh;

import java.io.IOException;
import java.time.Duration;

/// Causes and durations in the words of a message.
final class Spoken {
    private Spoken() {}

    static String of(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    static String of(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
