package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.run.RunId;
import java.util.Optional;

/// The hash chain of one run, followed from its first event. The hash of an event is the SHA-256 of
/// five lines, the last without a line end:
///
/// ```text
/// hash of the event before (64 zeros before the first)
/// run id
/// sequence, decimal
/// instant, as stored
/// JSON, as stored
/// ```
///
/// So anybody can verify it with `printf '%s\n%s\n%s\n%s\n%s' "$before" "$run" "$seq" "$at" "$json"
/// | sha256sum`.
final class Chain {
    /// What stands for the hash of the event before the first.
    static final String START = "0".repeat(64);

    private final RunId run;
    private long sequence;
    private String hash;

    Chain(RunId run) {
        this(run, 0, START);
    }

    Chain(RunId run, long sequence, String hash) {
        this.run = run;
        this.sequence = sequence;
        this.hash = hash;
    }

    /// Adds a new event behind the last one.
    Entry extend(String at, byte[] json) {
        sequence++;
        hash = hash(sequence, at, json);
        return Entry.of(sequence, at, json, hash);
    }

    /// Goes on to the next stored event.
    ///
    /// @return what is wrong with it; empty when it verifies
    Optional<String> follow(Entry next) {
        if (next.sequence() != sequence + 1) {
            return Optional.of(
                    "event " + next.sequence() + " stands where " + (sequence + 1) + " should");
        }
        if (!next.hash().equals(hash(next.sequence(), next.at(), next.bytes()))) {
            return Optional.of("its hash does not fit its content and the event before it");
        }
        sequence = next.sequence();
        hash = next.hash();
        return Optional.empty();
    }

    private String hash(long number, String at, byte[] json) {
        String head = hash + "\n" + run + "\n" + number + "\n" + at + "\n";
        return Digests.sha256(head.getBytes(UTF_8), json);
    }

    /// The last event that was added or verified; 0 before the first.
    long sequence() {
        return sequence;
    }

    /// The hash of that event.
    String hash() {
        return hash;
    }
}
