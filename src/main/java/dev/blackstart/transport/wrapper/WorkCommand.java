package dev.blackstart.transport.wrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command line that looks at an action while it is at work, or stops it. Looking changes
/// nothing; stopping may be repeated.
public final class WorkCommand {
    private WorkCommand() {}

    /// @param fence raised first, so that nothing with a lower epoch starts from then on
    /// @param sudo as the action was sent: root's claims are hidden from others
    /// @param stop end all of its processes; else only look
    public static String line(Claim claim, boolean sudo, boolean stop, Optional<Fence> fence) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.elevated(sudo));
        words.addAll(List.of("env", "LC_ALL=C", "/bin/sh", "-c"));
        words.addAll(List.of(Scripts.work(), "blackstart-work"));
        words.addAll(List.of(claim.nonce(), claim.directory(), stop ? "yes" : "no"));
        words.add(fence.map(Fence::word).orElse(""));
        return ShellWord.checked(ShellWord.line(words) + " </dev/null");
    }
}
