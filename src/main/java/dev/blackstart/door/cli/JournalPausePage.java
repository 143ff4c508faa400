package dev.blackstart.door.cli;

import dev.blackstart.engine.JournalPause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a person is shown while the journal cannot be written.
final class JournalPausePage {
    static final String RETRY = "retry";
    static final String BALLAST = "ballast";
    static final String PRINT = "print";
    static final String LEAVE = "leave";

    private JournalPausePage() {}

    /// In full, as wide as it is; one paragraph a line.
    static List<String> lines(JournalPause pause) {
        List<String> lines = new ArrayList<>();
        lines.add("-- PAUSED(journal): nothing is sent until the journal can be written");
        lines.addAll(news(pause));
        choices(pause).forEach(it -> lines.add("  " + it));
        return List.copyOf(lines);
    }

    /// What has happened.
    static List<String> news(JournalPause pause) {
        List<String> lines = new ArrayList<>();
        lines.add(
                pause.low()
                        ? pause.reason() + "; nothing that disrupts is sent before."
                        : sentence(pause.reason()));
        lines.addAll(pause.unrecorded());
        if (!pause.unrecorded().isEmpty()) {
            lines.add(held(pause));
        }
        return List.copyOf(lines);
    }

    /// The reason is never empty: it is that of an exception with a sentence.
    private static String sentence(String reason) {
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".";
    }

    /// Where the outcomes are.
    static String held(JournalPause pause) {
        return pause.spool()
                .map(where -> "Held in " + where + " until the journal takes it.")
                .orElse("Held nowhere but here: " + PRINT + " shows the lines that carry it over.");
    }

    /// What takes the outcomes back that a person copied; each names its run itself.
    static String takenBack(JournalPause pause) {
        String[] parts = pause.carried().getFirst().split(":", -1);
        return "blackstart resume %s --outcome LINE takes each back"
                .formatted(parts.length > 1 ? parts[1] : "RUN");
    }

    /// The answers that work now.
    static List<String> words(JournalPause pause) {
        List<String> words = new ArrayList<>(List.of(RETRY));
        if (pause.ballast()) {
            words.add(BALLAST);
        }
        if (!pause.carried().isEmpty()) {
            words.add(PRINT);
        }
        words.add(LEAVE);
        return List.copyOf(words);
    }

    private static List<String> choices(JournalPause pause) {
        return words(pause).stream()
                .map(word ->
                        switch (word) {
                            case RETRY ->
                                    "retry    free space, then say so; until then nothing happens";
                            case BALLAST ->
                                    "ballast  give back 16 MiB set aside beside the journal, then the same";
                            case PRINT -> "print    what is held as sealed lines, to carry over";
                            default -> "leave    end here; resume takes the run up later";
                        })
                .toList();
    }
}
