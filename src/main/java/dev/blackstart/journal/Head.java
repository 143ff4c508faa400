package dev.blackstart.journal;

import java.util.Optional;

/// The newest event of a run as noted beside the events, so that it shows when the last ones are
/// taken away.
record Head(long sequence, String hash) {
    static final Head NONE = new Head(0, Chain.START);

    /// What is wrong when the chain was followed to its end; empty when it ends here.
    Optional<String> differs(Chain chain) {
        if (chain.sequence() != sequence) {
            return Optional.of(
                    "the run has %d events where %d were recorded"
                            .formatted(chain.sequence(), sequence));
        }
        return chain.hash().equals(hash)
                ? Optional.empty()
                : Optional.of("the last event is not the one that was recorded");
    }
}
