package dev.blackstart.transport.wrapper;

import java.util.ArrayList;
import java.util.List;

/// The command line that gives a host up to whoever comes next. It may be sent as often as one
/// likes; a host that it never reaches is free when the lease is over.
public final class ReleaseCommand {
    private ReleaseCommand() {}

    /// @param sudo as the actions were sent: root keeps its fences where others cannot see them
    public static String line(Fence fence, boolean sudo) {
        List<String> words = new ArrayList<>();
        words.add("exec");
        words.addAll(Surroundings.elevated(sudo));
        words.addAll(List.of("env", "LC_ALL=C", "/bin/sh", "-c"));
        words.addAll(List.of(Scripts.release(), "blackstart-release", fence.word()));
        return ShellWord.checked(ShellWord.line(words) + " </dev/null");
    }
}
