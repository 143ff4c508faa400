package dev.blackstart.reading;

import java.util.List;
import java.util.regex.Pattern;

/// The names in an expression, found without compiling it.
final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9_]+");

    private Words() {}

    static List<String> in(String expression) {
        return BETWEEN.splitAsStream(expression).filter(word -> !word.isEmpty()).toList();
    }
}
