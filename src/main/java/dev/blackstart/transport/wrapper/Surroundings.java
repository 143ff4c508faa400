package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What stands before every command: `sudo` when asked for, and an environment in which nothing
/// waits for a key press and messages are in English.
final class Surroundings {
    static final List<String> ALWAYS =
            List.of("PAGER=cat", "SYSTEMD_PAGER=", "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive");
    private static final String AS_ROOT =
            "if [ \"$(id -u)\" = 0 ]; then exec \"$@\"; fi; exec sudo -n -- \"$@\"";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Surroundings() {}

    /// The environment is set behind `sudo`, which would not let it through.
    static List<String> of(Prepared prepared) {
        List<String> words = new ArrayList<>(elevated(prepared.sudo()));
        words.add("env");
        words.addAll(ALWAYS);
        prepared.env().forEach((name, value) -> words.add(assignment(name, value)));
        return words;
    }

    /// Who is root already needs no `sudo`, and appliances often have none. `-n`: fails at once
    /// where a password would be asked for.
    static List<String> elevated(boolean sudo) {
        return sudo ? List.of("/bin/sh", "-c", AS_ROOT, "blackstart-as-root") : List.of();
    }

    private static String assignment(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of an environment variable: " + name);
        }
        return name + "=" + value;
    }
}
