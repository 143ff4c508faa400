package dev.blackstart.transport.simulated;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be wrong with the hosts of a simulated world besides their state.
public enum SimulatedFault {
    /// no connection comes about; what runs on the host goes on
    HOST_DOWN,
    /// connections come about, and no command is ever answered
    HOST_HANGS,
    /// once, the connection of an action is lost after it was handed over; the host carries it out
    CONNECTION_LOST,
    /// once, at its time, the host is rebooted: what ran there is lost, and the boot id is another
    HOST_REBOOTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SimulatedFault> named(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SimulatedFault::word).toList();
    }
}
