package dev.blackstart.door.cli;

import dev.blackstart.run.Verdict;
import java.util.Arrays;

/// What the process says to its caller. Nowhere else are these numbers written.
public enum ExitCode {
    /// recovered, recovered with loans, or not needed; looked and nothing to say
    DONE(0),
    /// still broken, recovered in part, or a step or a drill's expectation failed
    BROKEN(1),
    /// the command line is not one
    USAGE(2),
    /// runbook, inventory or input refused; nothing was sent
    REFUSED(3),
    /// stopped, declined, expired, or waiting for a person
    WAITING(4),
    /// undecided, unreachable, or an outcome is unknown
    UNDECIDED(5),
    /// not allowed, another process carries the run out, or another run holds a lock
    NOT_ALLOWED(6),
    /// the journal cannot be used
    JOURNAL(7),
    /// a bug
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// As another process of this program ended; what it cannot have meant is a bug.
    static ExitCode numbered(int number) {
        return Arrays.stream(values()).filter(it -> it.number == number).findFirst().orElse(BUG);
    }

    static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case RECOVERED, RECOVERED_WITH_LOANS, NOT_NEEDED, DIAGNOSED -> DONE;
            case STILL_BROKEN, PARTIAL -> BROKEN;
            case STOPPED -> WAITING;
            case UNDECIDED, WITH_UNKNOWNS -> UNDECIDED;
        };
    }

    /// A process that left because of a signal, as shells count it.
    static int ofSignal(int signal) {
        return 128 + signal;
    }
}
