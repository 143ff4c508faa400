package dev.blackstart.view;

import dev.blackstart.run.Gate;
import java.util.Arrays;
import java.util.Optional;

/// What a gate shows when asked. Its letter works unless it is a choice of the gate; `?` with the
/// letter always works. No page answers a gate.
public enum Page {
    HELP("", "help"),
    GATE("g", "gate"),
    DETAILS("d", "all"),
    EVIDENCE("e", "evidence"),
    WHY("w", "why"),
    PROGRESS("p", "progress");

    private static final String ASK = "?";

    private final String letter;
    private final String word;

    Page(String letter, String word) {
        this.letter = letter;
        this.word = word;
    }

    /// The page a typed line asks for; a choice of the gate wins.
    public static Optional<Page> of(Gate gate, String line) {
        return line.isEmpty() || gate.choice(line).isPresent()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(page -> line.equals(ASK + page.letter) || line.equals(page.letter))
                        .findFirst();
    }

    /// What to type for it at this gate.
    public String key(Gate gate) {
        return letter.isEmpty() || gate.choice(letter).isPresent() ? ASK + letter : letter;
    }

    String shown(Gate gate) {
        return key(gate) + " " + word;
    }
}
