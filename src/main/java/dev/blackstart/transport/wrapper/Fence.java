package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Revert;
import dev.blackstart.run.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who acts on a host. The host keeps the highest epoch of every installation: what comes with a
/// lower one, such as a process that slept while another took its run over, starts nothing there.
/// While it counts, other installations start nothing either.
///
/// @param epoch rises with every process that takes a run of the installation
/// @param installation letters and digits; runs of one installation keep apart by its journal's
///   locks, so the host lets them follow each other
/// @param lease how long it keeps others out unless it is given up before
/// @param seize others that still count are put aside: a person decided that
/// @param who such as `anna@bastion`, shown to others
public record Fence(
        long epoch, String installation, Duration lease, boolean seize, RunId run, String who) {
    private static final Pattern INSTALLATION = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern NOT_SHOWN = Pattern.compile("[^A-Za-z0-9@._-]");
    private static final int LONGEST_NAME = 80;

    /// A host stays ours for this long after an action may have ended: a person who answers the
    /// next gate within a quarter of an hour finds it so, and a bastion that burnt down keeps
    /// nobody out for longer than that.
    private static final Duration BETWEEN_ACTIONS = Duration.ofMinutes(15);

    public Fence {
        if (!INSTALLATION.matcher(installation).matches()) {
            throw new IllegalArgumentException("not letters and digits: " + installation);
        }
        String plain = NOT_SHOWN.matcher(who).replaceAll("_");
        who = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /// The lease for an action: nothing of it runs on after its timeout and the time the host needs
    /// to end it, so it must not lapse before.
    public static Duration lease(Duration timeout) {
        return ActionCommand.patience(timeout).plus(BETWEEN_ACTIONS);
    }

    /// The lease for an action that the host may undo by itself: others are kept out until it has.
    public static Duration lease(Duration timeout, Optional<Revert> revert) {
        Duration usual = lease(timeout);
        return revert.map(it ->
                        ActionCommand.patience(timeout)
                                .plus(it.after())
                                .plus(ActionCommand.patience(it.undo().timeout())))
                .filter(undone -> undone.compareTo(usual) > 0)
                .orElse(usual);
    }

    /// As the scripts take it.
    String word() {
        return "%d %s %d %s %s %s"
                .formatted(epoch, installation, lease.toSeconds(), seize ? "yes" : "no", run, who);
    }

    /// @param word as the scripts take it
    static Fence of(String word) {
        String[] words = word.split(" ", 6);
        return new Fence(
                Long.parseLong(words[0]),
                words[1],
                Duration.ofSeconds(Long.parseLong(words[2])),
                words[3].equals("yes"),
                new RunId(words[4]),
                words[5]);
    }
}
