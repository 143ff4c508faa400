package dev.blackstart.door.chat;

import dev.blackstart.chat.Message;
import dev.blackstart.run.GateId;
import dev.blackstart.run.RunId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a pressed button says: the answer with the digest of the gate as it was shown.
///
/// @param typed what must be typed in full besides; empty when nothing
record Press(RunId run, GateId gate, String digest, String choice, boolean reason, String typed) {
    private static final Pattern VALUE =
            Pattern.compile(
                    "([0-9a-z]{26}) G([1-9][0-9]{0,5}) ([0-9a-f]{8,128}) ([^ ]{1,64}) ([01])(?: (.*))?");

    static Press of(Message.Button it) {
        return new Press(it.run(), it.gate(), it.digest(), it.choice(), it.reason(), it.typed());
    }

    static Optional<Press> read(String value) {
        Matcher parts = VALUE.matcher(value);
        return parts.matches() && RunId.allowed(parts.group(1))
                ? Optional.of(
                        new Press(
                                new RunId(parts.group(1)),
                                new GateId(Integer.parseInt(parts.group(2))),
                                parts.group(3),
                                parts.group(4),
                                parts.group(5).equals("1"),
                                parts.group(6) == null ? "" : parts.group(6)))
                : Optional.empty();
    }

    /// Is it asked for more than a click?
    boolean asks() {
        return reason || !typed.isEmpty();
    }

    /// What whoever pressed is told when the form did not open.
    String unopened(String why) {
        return "The form could not be opened (%s), and nothing was answered; press again, or answer at a terminal with blackstart attach %s."
                .formatted(why, run);
    }

    @Override
    public String toString() {
        return run
                + " "
                + gate
                + " "
                + digest
                + " "
                + choice
                + (reason ? " 1" : " 0")
                + (typed.isEmpty() ? "" : " " + typed);
    }
}
