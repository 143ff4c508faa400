package dev.blackstart.view.report;

/// A text as one word of a shell, and as a file that a shell writes. A blank that a person fills in
/// stands in quotes, so that what is written there stays one word.
final class ShellWord {
    private ShellWord() {}

    static String of(String value) {
        return value.matches("[A-Za-z0-9_./:@%+,=-]+")
                ? value
                : "'" + value.replace("'", "'\\''") + "'";
    }

    /// Writes a file word for word, whatever is in it.
    static String written(String path, String content) {
        String end = "END_OF_FILE";
        while (content.lines().toList().contains(end)) {
            end += "_";
        }
        return "cat > %s <<'%s'%n%s%n%s".formatted(of(path), end, content.stripTrailing(), end);
    }
}
