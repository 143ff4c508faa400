package dev.blackstart.door.cli;

/// Small words that several verbs say.
final class Words {
    private Words() {}

    /// `1 error`, `2 errors`.
    static String count(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
