package dev.blackstart.transport.wrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line that takes the guard of an action off: the host will not undo it by itself any
/// more, or says that it has. Decided once on the host, so it may be sent as often as one likes.
public final class DisarmCommand {
    /// How many seconds an undo that is under way is waited for.
    private static final int PATIENCE = 10;

    private DisarmCommand() {}

    /// The same without a fence.
    public static String line(Claim claim, boolean sudo) {
        return line(claim, sudo, Optional.empty());
    }

    /// @param fence raised first, so that nothing with a lower epoch starts from then on
    /// @param sudo as the action was sent: root's claims are hidden from others
    public static String line(Claim claim, boolean sudo, Optional<Fence> fence) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.elevated(sudo));
        words.addAll(List.of("env", "LC_ALL=C", "/bin/sh", "-c"));
        words.addAll(List.of(Scripts.disarm(), "blackstart-disarm"));
        words.addAll(List.of(claim.nonce(), claim.directory(), Integer.toString(PATIENCE)));
        words.add(fence.map(Fence::word).orElse(""));
        return ShellWord.checked(ShellWord.line(words) + " </dev/null");
    }
}
