package dev.blackstart.reading.yaml;

import dev.blackstart.runbook.Position;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The text of one file and the places of its lines.
public final class Source {
    private final String file;
    private final String text;
    private final int[] lineStarts;
    private final boolean onlyBasic;

    public Source(String file, String text) {
        this.file = file;
        this.text = text;
        this.lineStarts =
                IntStream.concat(
                                IntStream.of(0),
                                IntStream.range(0, text.length())
                                        .filter(i -> text.charAt(i) == '\n')
                                        .map(i -> i + 1))
                        .toArray();
        this.onlyBasic = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    public String file() {
        return file;
    }

    public String text() {
        return text;
    }

    /// @param offset index of a character, 0 to the length of the text
    public Position at(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(file, line + 1, offset - lineStarts[line] + 1);
    }

    /// The index of the character after so many code points.
    int offset(int codePoints) {
        return onlyBasic ? codePoints : text.offsetByCodePoints(0, codePoints);
    }
}
