package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Printed;
import dev.blackstart.transport.Completion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the claim on a host says of one sending.
public sealed interface Receipt {
    /// There was no claim, the host has not been rebooted since and would have kept one, for what
    /// it keeps beside claims is there and does not name it, or the command line may never have
    /// come: it was never started. Final: the reading took the claim itself, so a sending that
    /// starts late does nothing.
    record NotStarted() implements Receipt {}

    record Running(Instant since) implements Receipt {}

    /// @param timedOut the host stopped it at its deadline
    /// @param stdout at most the last 64 KiB; then its first line says so
    record Done(int status, boolean timedOut, String stdout, String stderr) implements Receipt {
        /// As it can be kept.
        public Printed output() {
            return new Printed(Cleared.said(stdout), Cleared.said(stderr));
        }
    }

    /// The host was rebooted meanwhile; how it ended is not written down anywhere.
    ///
    /// @param oldBootId the boot during which it was sent, empty when that was not seen
    record LostByReboot(Optional<String> oldBootId) implements Receipt {}

    /// The claim cannot be read, or is not there and cannot be taken: nothing is known.
    record Unreadable(String reason) implements Receipt {}

    /// The host could not be asked, and may be later.
    record NoAnswer(String reason) implements Receipt {}

    /// @param bootId the boot id seen when it was sent
    /// @param age how long ago the sending was decided; tells a reboot where no boot id was seen
    /// @param taken the host's SSH server took the command line: then something of it must be there
    record Sending(Claim claim, Optional<String> bootId, Duration age, boolean taken) {
        /// Of one that may never have come there.
        public Sending(Claim claim, Optional<String> bootId, Duration age) {
            this(claim, bootId, age, false);
        }
    }

    static Receipt parse(Completion completion, Sending sending) {
        return switch (completion) {
            case Completion.Exited exited -> new ReceiptText(exited, sending).receipt();
            case Completion.Signalled it ->
                    new NoAnswer("signal " + it.signal() + " ended the reading of the receipt");
            case Completion.DeadlinePassed it ->
                    new NoAnswer("the host did not give the receipt in time");
            case Completion.Lost it -> new NoAnswer(it.reason());
            case Completion.Unreachable it -> unreachable(it);
        };
    }

    /// Another host key, or a login that is refused, is for a person to look at.
    private static Receipt unreachable(Completion.Unreachable it) {
        return switch (it.cause()) {
            case NO_CONNECTION, NO_SESSION, DECLINED, KEPT_BACK, CREDENTIAL, NO_KEY ->
                    new NoAnswer(it.reason());
            case HOST_KEY, AUTHENTICATION -> new Unreadable(it.reason());
        };
    }
}
