package dev.blackstart.transport;

import java.time.Duration;

/// How long each part may take. None may be infinite.
///
/// @param connect TCP connection, key exchange and host key
/// @param authenticate after that, until the server accepts us
/// @param firstByte from the exec request until the host's first answer to it
/// @param total from the exec request until the exit status
public record Deadlines(
        Duration connect, Duration authenticate, Duration firstByte, Duration total) {
    /// 10 s to connect, 10 s to authenticate, 10 s to the first answer.
    public static Deadlines of(Duration total) {
        Duration ten = Duration.ofSeconds(10);
        return new Deadlines(ten, ten, ten, total);
    }
}
