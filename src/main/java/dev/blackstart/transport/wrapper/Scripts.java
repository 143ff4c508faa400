package dev.blackstart.transport.wrapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// The shell scripts of the wrapper, shipped beside this class; comments are left out of what is
/// sent.
final class Scripts {
    private static final String CLAIM_AND_FENCE = text("claim.sh") + text("fence.sh");
    private static final String FOUND = CLAIM_AND_FENCE + text("found.sh");
    private static final String ACT = CLAIM_AND_FENCE + text("act.sh");
    private static final String BARE = text("bare.sh");
    private static final String CARRY = text("session.sh") + text("carry.sh");
    private static final String UPLOAD = text("upload.sh");
    private static final String GUARD = text("guard.sh");
    private static final String DISARM = FOUND + text("disarm.sh");
    private static final String RECEIPT = FOUND + text("receipt.sh");
    private static final String WORK = FOUND + text("session.sh") + text("work.sh");
    private static final String RELEASE = CLAIM_AND_FENCE + text("release.sh");

    private Scripts() {}

    /// Takes the claim, then starts the action.
    static String act() {
        return ACT;
    }

    /// Starts the action where nothing can be kept.
    static String bare() {
        return BARE;
    }

    static String carry() {
        return CARRY;
    }

    /// Puts a file in its place, then becomes the command that follows.
    static String upload() {
        return UPLOAD;
    }

    /// Undoes the action unless it is disarmed first.
    static String guard() {
        return GUARD;
    }

    static String disarm() {
        return DISARM;
    }

    /// Reads the claim, or takes it where there is none.
    static String receipt() {
        return RECEIPT;
    }

    /// Looks at an action at work, or stops it.
    static String work() {
        return WORK;
    }

    /// Gives the host up.
    static String release() {
        return RELEASE;
    }

    private static String text(String name) {
        try (InputStream in = Scripts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
