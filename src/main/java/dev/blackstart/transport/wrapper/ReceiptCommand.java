package dev.blackstart.transport.wrapper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line that reads a claim. Where there is none it takes the claim itself, void, so
/// that the action cannot start any more; it changes nothing else and may be sent as often as one
/// likes.
public final class ReceiptCommand {
    static final int TAIL = 64 * 1024;

    private ReceiptCommand() {}

    /// The host answers at once, and nothing is fenced.
    public static String line(Claim claim, boolean sudo) {
        return line(claim, sudo, Duration.ZERO, Optional.empty());
    }

    /// @param fence raised first, so that nothing with a lower epoch starts from then on
    /// @param sudo as the action was sent: root's claims are hidden from others
    /// @param wait the host waits so long for the end of an action that is at work, whole seconds
    public static String line(Claim claim, boolean sudo, Duration wait, Optional<Fence> fence) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.elevated(sudo));
        words.addAll(List.of("env", "LC_ALL=C", "/bin/sh", "-c"));
        words.addAll(List.of(Scripts.receipt(), "blackstart-receipt"));
        words.addAll(List.of(claim.nonce(), claim.directory(), Integer.toString(TAIL)));
        words.add(fence.map(Fence::word).orElse(""));
        words.add(Long.toString(wait.toSeconds()));
        return ShellWord.checked(ShellWord.line(words) + " </dev/null");
    }
}
