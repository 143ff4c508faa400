package dev.blackstart.transport.wrapper;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Commands and claims for tests.
public final class Samples {
    private Samples() {}

    public static Prepared run(String text) {
        return prepared("run", text, Duration.ofSeconds(20), Optional.empty());
    }

    public static Prepared run(String text, Duration timeout) {
        return prepared("run", text, timeout, Optional.empty());
    }

    public static Prepared script(String text) {
        return prepared("scripts/it.sh", text, Duration.ofSeconds(20), Optional.empty());
    }

    public static Prepared withSecret(String text) {
        return prepared("run", text, Duration.ofSeconds(20), Optional.of("password"));
    }

    private static Prepared prepared(
            String label, String text, Duration timeout, Optional<String> stdin) {
        return new Prepared(
                new HostName("web1"),
                label,
                text,
                Map.of("TARGET", "it's a \"quoted\" $(value)\n`x`"),
                false,
                stdin,
                timeout,
                64L * 1024 * 1024);
    }

    /// A new claim each time.
    public static Claim claim() {
        return new Claim(
                RunId.of(1_700_000_000_000L, 1, 2),
                new ActionKey(new StepId("drain_pipe"), new HostName("web1"), 1),
                Purpose.ACT,
                UUID.randomUUID().toString().replace("-", ""));
    }
}
