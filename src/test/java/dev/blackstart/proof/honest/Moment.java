package dev.blackstart.proof.honest;

import java.time.Duration;

/// When a fault strikes.
sealed interface Moment {
    /// After so many bytes since the decision to send.
    ///
    /// @param fresh the open connection is ended first, so that opening one belongs to the exchange
    record AtByte(Way way, int number, boolean fresh) implements Moment {}

    /// So long after the host took the command.
    record AfterSending(Duration delay) implements Moment {}

    /// When the host has said all, before so many of its last bytes have gone through.
    record AtTheEnd(int lost) implements Moment {}
}
