package dev.blackstart.proof.power;

import java.time.Duration;

/// How much a proof does: what an ordinary build has time for, or everything (`-Dproof.size=full`).
/// `-Dproof.seconds=N` sets the time, `-Dproof.seed=N` what chance brings.
public final class ProofSize {
    static final boolean FULL = "full".equals(System.getProperty("proof.size", "ci"));
    public static final long SEED = Long.getLong("proof.seed", 20260101);

    private ProofSize() {}

    public static int of(int ordinary, int full) {
        return FULL ? full : ordinary;
    }

    /// @param ordinary in seconds
    /// @param full in seconds
    public static Duration time(int ordinary, int full) {
        return Duration.ofSeconds(Integer.getInteger("proof.seconds", of(ordinary, full)));
    }
}
