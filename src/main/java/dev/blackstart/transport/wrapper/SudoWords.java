package dev.blackstart.transport.wrapper;

import java.util.regex.Pattern;

/// What `sudo` says when it starts nothing. Its words are those of sudo 1.8 to 1.9 in English,
/// which the wrapper asks for.
final class SudoWords {
    private static final Pattern RIGHTS =
            Pattern.compile(
                    "password|not allowed|may not run|not in the sudoers|not permitted|terminal is required");

    private SudoWords() {}

    /// Does it refuse for want of rights, rather than for trouble of its own?
    static boolean refused(String line) {
        return RIGHTS.matcher(line).find();
    }
}
