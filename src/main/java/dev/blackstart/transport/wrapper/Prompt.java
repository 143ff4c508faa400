package dev.blackstart.transport.wrapper;

import java.util.regex.Pattern;

/// Does the end of a command's output look as if it asked somebody something? Nobody can answer it
/// there: its standard input is empty.
final class Prompt {
    private static final Pattern YES_NO =
            Pattern.compile(
                    "[\\[(](y|yes)\\s*[/|]\\s*(n|no)[^\\])]*[\\])][?:]?\\s*$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS =
            Pattern.compile(
                    "(password|passphrase|passcode|press (any key|enter|return)|\\(more\\)|--more--"
                            + "|\\(END\\)|are you sure|continue\\?|proceed\\?|overwrite\\?)"
                            + "[^a-z]*$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WAITS = Pattern.compile("[?:>#$]$");

    private Prompt() {}

    /// @param line the last one, without spaces at its end
    /// @param ended with a line end, as a prompt rarely is
    static boolean is(String line, boolean ended) {
        return YES_NO.matcher(line).find()
                || WORDS.matcher(line).find()
                || !ended && WAITS.matcher(line).find();
    }
}
