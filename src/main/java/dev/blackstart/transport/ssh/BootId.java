package dev.blackstart.transport.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;

/// The id Linux gives each boot. Evidence and receipts of another boot are void.
final class BootId {
    private static final String READ =
            "exec /bin/sh -c 'exec cat \"${BLACKSTART_BOOT_ID:-/proc/sys/kernel/random/boot_id}\"' </dev/null";
    private static final int LONGEST = 64;

    private BootId() {}

    /// Empty where the host is no Linux or does not answer in time; that alone is no reason to give
    /// up.
    static Optional<String> read(
            Connection connection, ScheduledExecutorService clock, Duration within) {
        Alarm alarm = new Alarm(clock, within, () -> {});
        try (alarm) {
            Session session = connection.ask(SSHClient::startSession);
            Session.Command command = session.exec(READ);
            byte[] bytes = command.getInputStream().readNBytes(LONGEST);
            session.close();
            String id = new String(bytes, StandardCharsets.US_ASCII).strip();
            return id.matches("[0-9a-f-]{36}") ? Optional.of(id) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
