package dev.blackstart.proof.honest;

/// What a fault does to a host's connections, or to the host.
enum Effect {
    /// ended with a reset
    RESET,
    /// ended in an orderly way
    CLOSE,
    /// nothing goes through any more, and nobody is told
    FREEZE,
    /// nothing goes through for a while
    STALL,
    /// the server's processes behind the connections are killed
    KILL_SERVER,
    /// the shell that waits for the command on the host is killed, and the server tells of a signal
    KILL_WRAPPER,
    /// the last bytes from the host are lost, and with them the exit status
    TRUNCATE,
    /// everything on the host is killed, and it comes back with another boot id
    REBOOT,
    /// ended, and another host with another key answers at the address from then on
    IMPOSTOR;

    /// The host, or who answers for it, cannot tell any more how what it did ended.
    boolean takesTheAnswerAway() {
        return this == REBOOT || this == IMPOSTOR;
    }
}
