package dev.blackstart.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One line of an `ssh_config` that says something, cut into words as OpenSSH cuts it.
///
/// @param number counted from 1
/// @param keyword in lower case
/// @param rest all behind the keyword, as written
/// @param words of the rest, without quotes and without a comment at the end
record SshConfigLine(int number, String keyword, String rest, List<String> words) {
    SshConfigLine {
        words = List.copyOf(words);
    }

    /// Empty for a comment and for nothing; a quote that is not closed leaves no words.
    static Optional<SshConfigLine> parse(int number, String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        int end = 0;
        while (end < text.length() && " \t=\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String keyword = text.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = text.substring(end).replaceFirst("^[ \t]*=?[ \t]*", "");
        return Optional.of(new SshConfigLine(number, keyword, rest, words(rest)));
    }

    Optional<String> first() {
        return words.stream().findFirst().filter(word -> !word.isEmpty());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                break;
            }
            if (c == ' ' || c == '\t') {
                at++;
                continue;
            }
            StringBuilder word = new StringBuilder();
            at = word(text, at, word);
            if (at < 0) {
                return List.of();
            }
            words.add(word.toString());
        }
        return words;
    }

    /// @return where the word ends; negative when its quote is not closed
    private static int word(String text, int from, StringBuilder word) {
        char quote = 0;
        int at = from;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (escapes(text, at, quote)) {
                word.append(text.charAt(++at));
            } else if (quote == 0 && (c == ' ' || c == '\t')) {
                break;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        return quote == 0 ? at : -1;
    }

    private static boolean escapes(String text, int at, char quote) {
        if (text.charAt(at) != '\\' || at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        return next == '"' || next == '\'' || next == '\\' || (quote == 0 && next == ' ');
    }
}
