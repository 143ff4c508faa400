package dev.blackstart.transport;

import dev.blackstart.run.Hindrance;
import dev.blackstart.run.Kept;
import java.time.Duration;
import java.util.Optional;

/// How one command ended, as far as this side can see.
public sealed interface Completion {
    /// @param bootId the host's boot id as read on this connection
    record Exited(int status, Kept stdout, Kept stderr, Duration took, Optional<String> bootId)
            implements Completion {}

    /// @param signal name without `SIG`
    record Signalled(
            String signal, Kept stdout, Kept stderr, Duration took, Optional<String> bootId)
            implements Completion {}

    /// Our total or first-byte deadline passed on a live connection.
    record DeadlinePassed(Kept stdout, Kept stderr, Duration took, Optional<String> bootId)
            implements Completion {}

    /// The connection ended after the command was handed over, and no exit status was seen.
    ///
    /// @param handover what is known of the host's having taken it
    record Lost(String reason, Kept stdout, Kept stderr, Duration took, Handover handover)
            implements Completion {
        /// Of a command that the host took.
        public Lost(String reason, Kept stdout, Kept stderr, Duration took) {
            this(reason, stdout, stderr, took, Handover.TAKEN);
        }
    }

    enum Handover {
        /// the host's SSH server took the command line
        TAKEN,
        /// it was sent there, and nobody heard that it was taken
        DOUBTFUL
    }

    /// The command was never handed over.
    record Unreachable(Cause cause, String reason) implements Completion {
        /// Whether it was the host, this side, or that nothing was heard.
        public Hindrance by() {
            return switch (cause) {
                case NO_CONNECTION, NO_SESSION -> Hindrance.UNREACHABLE;
                case AUTHENTICATION, DECLINED -> Hindrance.REFUSED_BY_HOST;
                case HOST_KEY, CREDENTIAL, NO_KEY, KEPT_BACK -> Hindrance.NOT_SENT;
            };
        }
    }

    enum Cause {
        /// no connection: refused, no route, no answer in time
        NO_CONNECTION,
        /// the host key is unknown, changed or revoked
        HOST_KEY,
        /// the server did not accept our keys
        AUTHENTICATION,
        /// what had let us in before is gone on this side: ssh-agent, or the keys it held
        CREDENTIAL,
        /// there is nothing on this side to be let in with, and was not since this process began
        NO_KEY,
        /// connected, but no session could be opened
        NO_SESSION,
        /// the host answered, and carries out nothing for us: no commands, no `sudo`
        DECLINED,
        /// no host could take it, or nothing that acts is sent in this mode
        KEPT_BACK
    }
}
