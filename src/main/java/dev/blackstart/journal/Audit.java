package dev.blackstart.journal;

import dev.blackstart.run.RunId;
import java.util.List;

/// What verifying the chains found.
///
/// @param runs how many runs were read
/// @param events how many events verify
/// @param breaks the first bad event of each damaged run
public record Audit(int runs, long events, List<Break> breaks) {
    public record Break(RunId run, long sequence, String reason) {}

    public Audit {
        breaks = List.copyOf(breaks);
    }

    public boolean intact() {
        return breaks.isEmpty();
    }
}
