package dev.blackstart.reading.yaml;

import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Snippet;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// A scalar's value, each character aligned with the character of the file it came from. Exact for
/// what can be seen; blanks that were folded stand where the fold is.
final class ScalarSnippet implements Snippet {
    private final Source source;
    private final String value;
    private final int[] offsets;

    private ScalarSnippet(Source source, String value, int[] offsets) {
        this.source = source;
        this.value = value;
        this.offsets = offsets;
    }

    /// @param from where the scalar starts in the file, its quote or block indicator included
    static ScalarSnippet of(Source source, String value, ScalarStyle style, int from, int to) {
        return new ScalarSnippet(
                source, value, new Alignment(source.text(), style, from, to).of(value));
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public Position at(int offset) {
        return source.at(offsets[Math.clamp(offset, 0, value.length())]);
    }

    @Override
    public String toString() {
        return value;
    }

    private static final class Alignment {
        private final String raw;
        private final ScalarStyle style;
        private final int to;
        private int here;

        Alignment(String raw, ScalarStyle style, int from, int to) {
            this.raw = raw;
            this.style = style;
            this.to = to;
            this.here = first(from);
        }

        private int first(int from) {
            return switch (style) {
                case SINGLE_QUOTED, DOUBLE_QUOTED -> from + 1;
                case LITERAL, FOLDED -> {
                    int lineEnd = raw.indexOf('\n', from);
                    yield lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
                }
                case PLAIN, JSON_SCALAR_STYLE -> from;
            };
        }

        int[] of(String value) {
            int[] offsets = new int[value.length() + 1];
            for (int i = 0; i < value.length(); i++) {
                place(offsets, i, value.charAt(i));
                if (offsets[i] < to
                        && raw.charAt(offsets[i]) == '\\'
                        && escapes()
                        && Character.isHighSurrogate(value.charAt(i))) {
                    offsets[i + 1] = offsets[i];
                    i++;
                }
            }
            offsets[value.length()] = Math.min(here, to);
            return offsets;
        }

        private void place(int[] offsets, int i, char c) {
            boolean blank = Character.isWhitespace(c);
            if (!blank || atLineContinuation()) {
                skipBlanks();
            }
            offsets[i] = Math.min(here, to);
            if (here >= to) {
                return;
            }
            if (escapes() && raw.charAt(here) == '\\') {
                here += escapeLength();
            } else if (style == ScalarStyle.SINGLE_QUOTED && c == '\'') {
                here += 2;
            } else if (!blank || Character.isWhitespace(raw.charAt(here))) {
                here++;
            }
        }

        private boolean escapes() {
            return style == ScalarStyle.DOUBLE_QUOTED;
        }

        private boolean atLineContinuation() {
            return escapes()
                    && here + 1 < to
                    && raw.charAt(here) == '\\'
                    && (raw.charAt(here + 1) == '\n' || raw.charAt(here + 1) == '\r');
        }

        private void skipBlanks() {
            while (here < to
                    && (Character.isWhitespace(raw.charAt(here)) || atLineContinuation())) {
                here++;
            }
        }

        private int escapeLength() {
            char kind = here + 1 < to ? raw.charAt(here + 1) : ' ';
            return switch (kind) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> 10;
                default -> 2;
            };
        }
    }
}
