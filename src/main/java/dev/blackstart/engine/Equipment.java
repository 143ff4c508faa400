package dev.blackstart.engine;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.Spool;
import dev.blackstart.journal.Timepiece;
import dev.blackstart.policy.Authority;
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
/// @param authority whose answers count
/// @param timepiece the clocks of the machine; its wall clock is `clock`
public record Equipment(
        Journal journal,
        Transport transport,
        InstantSource clock,
        Supplier<String> nonces,
        Path artifacts,
        Waiting waiting,
        Timepiece timepiece,
        Spool spool,
        Authority authority) {
    /// A site without a policy.
    public Equipment(
            Journal journal,
            Transport transport,
            InstantSource clock,
            Supplier<String> nonces,
            Path artifacts,
            Waiting waiting,
            Timepiece timepiece,
            Spool spool) {
        this(
                journal,
                transport,
                clock,
                nonces,
                artifacts,
                waiting,
                timepiece,
                spool,
                Authority.NONE);
    }

    /// What the journal cannot take is held nowhere.
    public Equipment(
            Journal journal,
            Transport transport,
            InstantSource clock,
            Supplier<String> nonces,
            Path artifacts,
            Waiting waiting,
            Timepiece timepiece) {
        this(journal, transport, clock, nonces, artifacts, waiting, timepiece, Spool.NONE);
    }

    /// The same with a place for what the journal cannot take.
    public Equipment holding(Spool other) {
        return new Equipment(
                journal, transport, clock, nonces, artifacts, waiting, timepiece, other, authority);
    }

    /// The same under the policy of a site.
    public Equipment under(Authority other) {
        return new Equipment(
                journal, transport, clock, nonces, artifacts, waiting, timepiece, spool, other);
    }

    /// A world with one clock.
    public Equipment(
            Journal journal,
            Transport transport,
            InstantSource clock,
            Supplier<String> nonces,
            Path artifacts,
            Waiting waiting) {
        this(journal, transport, clock, nonces, artifacts, waiting, Timepiece.following(clock));
    }

    /// A machine with these clocks.
    public static Equipment timed(
            Journal journal,
            Transport transport,
            Timepiece timepiece,
            Supplier<String> nonces,
            Path artifacts) {
        return new Equipment(
                journal,
                transport,
                () -> timepiece.read().wall(),
                nonces,
                artifacts,
                Waiting.REAL,
                timepiece);
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
