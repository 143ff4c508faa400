package dev.blackstart.transport.wrapper;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A command line as a host gets it, taken apart again: for hosts that are no machines.
public sealed interface Unwrapped {
    /// What is to be carried out.
    ///
    /// @param label a script's path, or `run`
    /// @param env without what every command gets
    record Carried(String label, String text, Map<String, String> env) {
        public Carried {
            env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        }

        /// In one line, as people know it: the command, or the script's path and its environment.
        public String said() {
            String variables =
                    env.entrySet().stream()
                            .map(it -> " " + it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining());
            return (label.equals("run") ? text : label) + variables;
        }
    }

    /// A command that only looks, or one that came without any wrapping.
    ///
    /// @param marked it says that it begins, as `HostWords.looked` does
    record Look(Carried carried, boolean marked) implements Unwrapped {}

    /// A command that acts, under a claim.
    ///
    /// @param timeout after which the host ends it
    /// @param boot the only boot of the host in which it starts
    /// @param guard undoes it by itself unless it is disarmed
    /// @param upload the file that is put in place before it
    record Act(
            String nonce,
            String claim,
            Duration timeout,
            Optional<Fence> fence,
            Optional<String> boot,
            Carried carried,
            Optional<Guard> guard,
            Optional<Upload> upload)
            implements Unwrapped {}

    /// What the host carries out by itself.
    ///
    /// @param after counted from the end of the action
    record Guard(Duration after, Carried undo) {}

    /// A file that is put in place; its content comes over standard input.
    ///
    /// @param before SHA-256 of the file that must be there, or `absent`
    /// @param sha256 of the new content
    record Upload(String to, String before, String sha256) {}

    /// Somebody asks for the receipt of a claim.
    ///
    /// @param fence raised first
    record AskReceipt(String nonce, String claim, Optional<Fence> fence) implements Unwrapped {}

    /// Somebody takes off what would undo an action by itself.
    record Disarm(String nonce, String claim, Optional<Fence> fence) implements Unwrapped {}

    /// Somebody looks at an action that is at work.
    ///
    /// @param stop it is to be ended
    record Work(String nonce, String claim, boolean stop, Optional<Fence> fence)
            implements Unwrapped {}

    /// Somebody gives the host up.
    record Release(Fence fence) implements Unwrapped {}

    static Unwrapped of(String line) {
        return new Unwrapping(line).read();
    }
}
