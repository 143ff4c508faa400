package dev.blackstart.runbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is carried out on a host.
///
/// @param env environment for a script, rendered as plain text per host
/// @param stdin name of the secret parameter that is written to standard input
/// @param sudo run as root through `sudo -n`
/// @param outputLimit most bytes kept of each stream
public record Command(
        Body body, Map<String, Text> env, Optional<String> stdin, boolean sudo, long outputLimit) {
    /// 64 MiB per command, beyond that head and tail with exact counts.
    public static final long DEFAULT_OUTPUT_LIMIT = 64L * 1024 * 1024;

    public sealed interface Body {
        record Run(Text text) implements Body {}

        record Script(ScriptFile file) implements Body {}

        /// No command of its own: all there is to do is the upload.
        record Nothing() implements Body {}
    }

    public Command {
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }
}
