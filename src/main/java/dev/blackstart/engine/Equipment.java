package dev.blackstart.engine;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.Spool;
import dev.blackstart.transport.Transport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What the engine works with; the mode of a run is nothing but another choice of these.
///
/// @param nonces unguessable lower-case hex, 32 characters
/// @param artifacts folder into which artifacts are fetched, one folder per run below it
/// @param spool where outcomes are held that the journal cannot take
/// @param waiting how time passes in which the run only waits
public record Equipment(
        Journal journal,
        Transport transport,
        InstantSource clock,
        Supplier<String> nonces,
        Path artifacts,
        Waiting waiting,
        Spool spool) {
    /// What the journal cannot take is held nowhere.
    public Equipment(
            Journal journal,
            Transport transport,
            InstantSource clock,
            Supplier<String> nonces,
            Path artifacts,
            Waiting waiting) {
        this(journal, transport, clock, nonces, artifacts, waiting, Spool.NONE);
    }

    /// Time passes by itself.
    public Equipment(
            Journal journal,
            Transport transport,
            InstantSource clock,
            Supplier<String> nonces,
            Path artifacts) {
        this(journal, transport, clock, nonces, artifacts, Waiting.REAL);
    }
}
