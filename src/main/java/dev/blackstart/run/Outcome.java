package dev.blackstart.run;

import java.time.Duration;

/// How the sending of one action to one host ended.
public sealed interface Outcome {
    /// One word for people and exports.
    String word();

    /// Exit status 0, seen.
    record Succeeded(Duration took) implements Outcome {
        @Override
        public String word() {
            return "succeeded";
        }
    }

    /// @param how such as `exit 3` or `signal KILL`
    record Failed(String how, Duration took) implements Outcome {
        @Override
        public String word() {
            return "failed";
        }
    }

    /// The host says that it stopped the command at its deadline.
    record TimedOut(Duration after) implements Outcome {
        @Override
        public String word() {
            return "timed_out";
        }
    }

    /// Never carried out there.
    record Unreachable(String reason, Hindrance by) implements Outcome {
        /// Of a host that was not heard.
        public Unreachable(String reason) {
            this(reason, Hindrance.UNREACHABLE);
        }

        @Override
        public String word() {
            return by.word();
        }
    }

    /// Sent, end not seen. Ends only by being resolved.
    ///
    /// @param doubtful nobody knows whether the host took the command line at all
    record Unknown(String reason, boolean doubtful) implements Outcome {
        /// Of one that the host took, for all that is known.
        public Unknown(String reason) {
            this(reason, false);
        }

        @Override
        public String word() {
            return "unknown";
        }
    }

    /// A rehearsal: shown, not sent.
    record Rehearsed() implements Outcome {
        @Override
        public String word() {
            return "rehearsed";
        }
    }
}
