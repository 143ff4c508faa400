package dev.blackstart.transport.wrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Texts as words of a POSIX shell: whatever they hold, each stays one word and nothing in it is
/// expanded.
final class ShellWord {
    /// Linux takes at most 128 KiB in one argument, and a login shell gets the whole line as one.
    static final int LONGEST_LINE = 131_071;

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_/.:,+@%-]+(=[A-Za-z0-9_/.:,+@%-]*)?");

    private ShellWord() {}

    static String quoted(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a shell word cannot hold a NUL character");
        }
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    static String line(List<String> words) {
        return words.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
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
