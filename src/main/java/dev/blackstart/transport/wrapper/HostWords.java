package dev.blackstart.transport.wrapper;

import java.time.Instant;
import java.util.Optional;

/// What `act.sh` and `receipt.sh` say on a host, for hosts that are no machines.
public final class HostWords {
    /// Why `act.sh` refuses what was approved of another boot.
    public static final String REBOOTED = "the host was rebooted since it was last looked at";

    private HostWords() {}

    /// Standard error of a command that looks.
    ///
    /// @param marked it says that it begins
    public static String looked(boolean marked, String stderr) {
        return marked ? CheckCommand.BEGUN + stderr : stderr;
    }

    /// Standard error of an action that ended.
    public static String ended(String nonce, int status, String stderr) {
        return mark(nonce, "begin") + stderr + mark(nonce, "exited " + status);
    }

    /// Standard error of an action that the host ended at its deadline.
    public static String timedOut(String nonce) {
        return mark(nonce, "begin") + mark(nonce, "timeout 124");
    }

    /// Standard error of an action whose claim is taken already.
    public static String claimed(String nonce) {
        return mark(nonce, "begin") + mark(nonce, "claimed");
    }

    /// Standard error of an action that a fence keeps out.
    public static String refused(String nonce, String words) {
        return mark(nonce, "begin") + mark(nonce, "refused " + words);
    }

    private static String mark(String nonce, String words) {
        return "\n" + nonce + " " + words + "\n";
    }

    /// Standard output of a receipt that found no claim, and took it.
    public static String noClaim(String nonce, String bootId, long upSeconds) {
        return head(nonce, bootId, upSeconds) + "claim none\n";
    }

    /// Standard output of a receipt that somebody of an older epoch asked for.
    public static String superseded(String nonce, String bootId, long upSeconds, String words) {
        return head(nonce, bootId, upSeconds) + "claim " + words + "\n";
    }

    /// Standard output of a receipt that found the claim.
    ///
    /// @param status empty while it runs
    public static String found(
            String nonce, String bootId, long upSeconds, Instant started, Optional<Done> status) {
        return head(nonce, bootId, upSeconds)
                + "claim found\nclaimed "
                + bootId
                + "\nstarted "
                + started.getEpochSecond()
                + "\ncarrier "
                + (status.isPresent() ? "gone" : "alive")
                + "\nexit "
                + status.map(done -> "exited " + done.status()).orElse("")
                + "\nout\n"
                + status.map(Done::stdout).orElse("")
                + "\n"
                + nonce
                + " err\n"
                + status.map(Done::stderr).orElse("");
    }

    /// Standard output when somebody takes off what would undo an action by itself.
    ///
    /// @param there whether the host has the claim
    public static String disarmed(String nonce, boolean there) {
        return nonce + " guard " + (there ? "disarmed" : "gone") + "\n";
    }

    /// Standard output when somebody looks at an action that is at work, on a host that cannot tell
    /// since when it is silent.
    public static String working(String nonce) {
        return nonce + " work working -\n";
    }

    /// The same where it can tell.
    public static String working(String nonce, long silentSeconds, String printed) {
        return nonce + " work working " + silentSeconds + "\n" + printed;
    }

    /// Standard output when somebody has an action stopped.
    ///
    /// @param before it had ended already
    public static String stopped(String nonce, boolean before) {
        return nonce + " work " + (before ? "ended" : "stopped") + "\n";
    }

    /// How an action ended that a receipt tells of.
    public record Done(int status, String stdout, String stderr) {}

    private static String head(String nonce, String bootId, long upSeconds) {
        return nonce + " receipt\nboot " + bootId + "\nup " + upSeconds + ".00\n";
    }
}
