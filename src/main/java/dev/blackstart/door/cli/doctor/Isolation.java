package dev.blackstart.door.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Cuts a child off: in namespaces of its own, with loopback and nothing else, a name service that
/// is not there, and no identity provider.
final class Isolation {
    /// What puts a command into them, or why that cannot be done here.
    sealed interface Found {
        record Possible(List<String> before) implements Found {
            public Possible {
                before = List.copyOf(before);
            }
        }

        record Impossible(String why) implements Found {}
    }

    /// As root; as an account that may make namespaces and stays itself in them; as one that is
    /// root in them, for an unshare before 2.38.
    private static final List<List<String>> RIGHTS =
            List.of(
                    List.of(),
                    List.of("--map-current-user", "--keep-caps"),
                    List.of("--map-root-user"));

    private final Path script;
    private final Path dead;
    private final Map<String, String> env;
    private final Path log;

    /// @param script `cut.sh`
    /// @param dead stands for resolv.conf
    Isolation(Path script, Path dead, Map<String, String> env, Path log) {
        this.script = script;
        this.dead = dead;
        this.env = env;
        this.log = log;
    }

    /// @param network is the network cut too?
    Found found(boolean network) {
        String why = "there is no program unshare";
        for (List<String> rights : RIGHTS) {
            List<String> before = before(network, rights);
            try {
                List<String> test = new ArrayList<>(before);
                test.add("true");
                Child.Said said = new Child(env, log, Duration.ofSeconds(10)).run(test);
                if (said.exit() == 0) {
                    return new Found.Possible(before);
                }
                why = words(said);
            } catch (IOException e) {
                return new Found.Impossible(why);
            }
        }
        return new Found.Impossible(why);
    }

    private List<String> before(boolean network, List<String> rights) {
        List<String> words = new ArrayList<>(List.of("unshare", "--mount"));
        if (network) {
            words.add("--net");
        }
        words.addAll(rights);
        words.addAll(List.of("env", "CUT_NETWORK=" + (network ? "yes" : "no")));
        words.addAll(List.of("/bin/sh", script.toString(), dead.toString()));
        return words;
    }

    /// The numbers are those of `cut.sh`.
    private static String words(Child.Said said) {
        return switch (said.exit()) {
            case 97 ->
                    "the loopback of a new network cannot be switched on: neither ip nor ifconfig does it";
            case 98 -> "resolv.conf cannot be covered";
            case 99 -> "the sockets of the identity provider cannot be covered";
            default -> said.last();
        };
    }
}
