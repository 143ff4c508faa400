package dev.blackstart.transport.wrapper;

import java.util.ArrayList;
import java.util.List;

/// The command line that reads a claim. Where there is none it takes the claim itself, void, so
/// that the action cannot start any more; it changes nothing else and may be sent as often as one
/// likes.
public final class ReceiptCommand {
    private static final int TAIL = 64 * 1024;

    private ReceiptCommand() {}

    /// @param sudo as the action was sent: root's claims are hidden from others
    public static String line(Claim claim, boolean sudo) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.elevated(sudo));
        words.addAll(List.of("env", "LC_ALL=C", "/bin/sh", "-c"));
        words.addAll(List.of(Scripts.receipt(), "blackstart-receipt"));
        words.addAll(List.of(claim.nonce(), claim.directory(), Integer.toString(TAIL)));
        return ShellWord.checked(ShellWord.line(words) + " </dev/null");
    }
}
