package dev.blackstart.transport.wrapper;

import java.util.ArrayList;
import java.util.List;

/// The command line that takes the guard of an action off: the host will not undo it by itself any
/// more, or says that it has. Decided once on the host, so it may be sent as often as one likes.
public final class DisarmCommand {
    /// How many seconds an undo that is under way is waited for.
    private static final int PATIENCE = 10;

    private DisarmCommand() {}

    /// @param sudo as the action was sent: root's claims are hidden from others
    public static String line(Claim claim, boolean sudo) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.elevated(sudo));
        words.addAll(List.of("env", "LC_ALL=C", "/bin/sh", "-c"));
        words.addAll(List.of(Scripts.disarm(), "blackstart-disarm"));
        words.addAll(List.of(claim.nonce(), claim.directory(), Integer.toString(PATIENCE)));
        return ShellWord.checked(ShellWord.line(words) + " </dev/null");
    }
}
