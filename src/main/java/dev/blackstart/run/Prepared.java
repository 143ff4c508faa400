package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A command as it will be carried out on one host: everything rendered, nothing left to decide.
///
/// @param label the script's path, or `run`
/// @param text the rendered command, or the whole script
/// @param upload the file that is put in place first
/// @param stdin name of the secret parameter written to standard input
/// @param timeout total deadline on the host
public record Prepared(
        HostName host,
        String label,
        String text,
        Map<String, String> env,
        boolean sudo,
        Optional<String> stdin,
        Duration timeout,
        long outputLimit,
        Optional<PreparedUpload> upload) {
    public Prepared {
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }

    /// The same with another text.
    Prepared with(String other) {
        return new Prepared(host, label, other, env, sudo, stdin, timeout, outputLimit, upload);
    }

    /// Without an upload.
    public Prepared(
            HostName host,
            String label,
            String text,
            Map<String, String> env,
            boolean sudo,
            Optional<String> stdin,
            Duration timeout,
            long outputLimit) {
        this(host, label, text, env, sudo, stdin, timeout, outputLimit, Optional.empty());
    }

    /// The same with a file that is put in place first.
    public Prepared with(PreparedUpload file) {
        return new Prepared(
                host, label, text, env, sudo, stdin, timeout, outputLimit, Optional.of(file));
    }

    /// The same for another host.
    public Prepared on(HostName other) {
        return new Prepared(other, label, text, env, sudo, stdin, timeout, outputLimit, upload);
    }

    /// Is there a command, or only an upload?
    public boolean command() {
        return !text.isEmpty() || upload.isEmpty();
    }

    public boolean script() {
        return !label.equals("run");
    }
}
