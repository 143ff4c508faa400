package dev.blackstart.journal;

import java.time.Instant;

/// The process that writes a run.
///
/// @param pid process id on this machine
/// @param started start time of that process in clock ticks since boot, so that a reused pid is not
///   mistaken
/// @param bootId boot id of the machine, so that a reboot ends every ownership
public record Owner(String person, long pid, long started, String bootId, Instant since) {
    /// Is it the same process, whoever it works for?
    public boolean sameProcess(Owner other) {
        return pid == other.pid && started == other.started && bootId.equals(other.bootId);
    }

    /// This process.
    public static Owner current(String person, Instant now) {
        return Processes.ofThisMachine().current(person, now);
    }
}
