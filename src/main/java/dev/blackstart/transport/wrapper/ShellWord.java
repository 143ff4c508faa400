package dev.blackstart.transport.wrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// Texts as words of a POSIX shell: whatever they hold, each stays one word and nothing in it is
/// expanded.
final class ShellWord {
    /// Linux takes at most 128 KiB in one argument, and a login shell gets the whole line as one.
    static final int LONGEST_LINE = 131_071;

    private ShellWord() {}

    static String quoted(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a shell word cannot hold a NUL character");
        }
        return plain(text) ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /// Nothing in it means anything to a shell; `=` may stand once, and not at the beginning.
    private static boolean plain(String text) {
        int equals = text.indexOf('=');
        for (int i = 0; i < text.length(); i++) {
            if (i != equals && !plain(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && equals != 0;
    }

    private static boolean plain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "_/.:,+@%-".indexOf(c) >= 0;
    }

    static String line(List<String> words) {
        StringJoiner line = new StringJoiner(" ");
        words.forEach(word -> line.add(quoted(word)));
        return line.toString();
    }

    /// The words of a line that `line` made; empty when it has other quotes or an open one.
    static Optional<List<String>> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = line.indexOf('\'', at + 1);
                if (end < 0) {
                    return Optional.empty();
                }
                word.append(line, at + 1, end++);
            } else if (line.startsWith("\\'", at)) {
                word.append('\'');
                end++;
            } else if (c == ' ') {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
            at = end;
        }
        words.add(word.toString());
        return Optional.of(words);
    }

    /// The line, when a host can take it.
    static String checked(String line) {
        int bytes = line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_LINE) {
            throw new IllegalArgumentException(
                    "the command is %,d bytes long as it would be sent; a host takes at most %,d"
                            .formatted(bytes, LONGEST_LINE));
        }
        return line;
    }
}
