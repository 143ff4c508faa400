package dev.blackstart.journal;

import java.time.Instant;
import java.util.List;

/// A damaged journal that was put aside, as the one begun after it remembers it.
///
/// @param folder where its files are, beside the new journal
/// @param sums its files with their SHA-256, in the format of `sha256sum`
/// @param heads one line a run that could be read: its id, how many events verify, the hash of the
///   last of them
/// @param person who began anew
/// @param reason as they gave it
public record Predecessor(
        String folder,
        List<String> sums,
        List<String> heads,
        Instant at,
        String person,
        String reason) {
    public Predecessor {
        sums = List.copyOf(sums);
        heads = List.copyOf(heads);
    }
}
