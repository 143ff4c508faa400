package dev.blackstart.transport.wrapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// The shell scripts of the wrapper, shipped beside this class; comments are left out of what is
/// sent.
final class Scripts {
    private Scripts() {}

    /// Takes the claim, then starts the action.
    static String act() {
        return text("claim.sh") + text("fence.sh") + text("act.sh");
    }

    /// Starts the action where nothing can be kept.
    static String bare() {
        return text("bare.sh");
    }

    static String carry() {
        return text("session.sh") + text("carry.sh");
    }

    /// Puts a file in its place, then becomes the command that follows.
    static String upload() {
        return text("upload.sh");
    }

    /// Undoes the action unless it is disarmed first.
    static String guard() {
        return text("guard.sh");
    }

    static String disarm() {
        return text("claim.sh") + text("fence.sh") + text("disarm.sh");
    }

    /// Reads the claim, or takes it where there is none.
    static String receipt() {
        return text("claim.sh") + text("fence.sh") + text("receipt.sh");
    }

    /// Looks at an action at work, or stops it.
    static String work() {
        return text("claim.sh") + text("fence.sh") + text("session.sh") + text("work.sh");
    }

    /// Gives the host up.
    static String release() {
        return text("claim.sh") + text("fence.sh") + text("release.sh");
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
