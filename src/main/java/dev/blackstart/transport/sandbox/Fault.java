package dev.blackstart.transport.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be wrong in a sandbox world.
public enum Fault {
    /// the hosts struck (a gateway) answer hosts of `vantage` and nobody else
    GATEWAY_SILENT_INSIDE,
    /// the hosts struck answer nobody and take no SSH connection, until their power is cycled
    GATEWAY_DEAD,
    /// the network link of the hosts struck is down: they hear nobody, and their testimony counts for nothing
    LINK_DOWN,
    /// the store of the hosts struck has lost the reader of its log, while another process holds the pipe open
    LOG_PIPE_WEDGED,
    /// the control daemon of the hosts struck goes on restarting, whatever the store does, until it is restarted
    DAEMON_STUCK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Fault> named(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
