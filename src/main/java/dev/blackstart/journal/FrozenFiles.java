package dev.blackstart.journal;

import dev.blackstart.run.RunEvent;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether the files a run froze when it was opened are still there as they were. Runs share them,
/// so each is looked at once.
final class FrozenFiles {
    private final EventCodec codec;
    private final Keeper keeper;
    private final Map<String, Optional<String>> seen = new HashMap<>();

    /// Where kept content is.
    @FunctionalInterface
    interface Keeper {
        Optional<byte[]> content(String sha256) throws SQLException, JournalException;
    }

    FrozenFiles(EventCodec codec, Keeper keeper) {
        this.codec = codec;
        this.keeper = keeper;
    }

    /// What is wrong with the files that this event froze; empty when nothing is, or it froze none.
    Optional<String> wrong(Entry entry) throws SQLException {
        for (Map.Entry<String, String> file : files(entry).entrySet()) {
            Optional<String> state = state(file.getValue());
            if (state.isPresent()) {
                return Optional.of("the frozen " + file.getKey() + " " + state.get());
            }
        }
        return Optional.empty();
    }

    private Map<String, String> files(Entry entry) {
        try {
            RunEvent event = codec.decode(entry.bytes());
            if (event instanceof RunEvent.RunbookAmended amended) {
                return new TreeMap<>(amended.blobs());
            }
            return event instanceof RunEvent.RunOpened opened
                    ? new TreeMap<>(opened.blobs())
                    : Map.of();
        } catch (JournalException unreadableHere) {
            return Map.of(); // of a newer version: its chain is what can be checked
        }
    }

    private Optional<String> state(String sha256) throws SQLException {
        Optional<String> known = seen.get(sha256);
        if (known == null) {
            known = looked(sha256);
            seen.put(sha256, known);
        }
        return known;
    }

    private Optional<String> looked(String sha256) throws SQLException {
        try {
            return keeper.content(sha256).isPresent() ? Optional.empty() : Optional.of("is gone");
        } catch (JournalException e) {
            return Optional.of("has been changed");
        }
    }
}
