package dev.blackstart.proof.kills;

import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Real SSH servers. What an action does there is a line in a file of its host, when it begins and
/// when it is done, with the name of the claim it runs under: the truth that everything else is
/// held against.
final class Hosts implements AutoCloseable {
    /// Finds the wrapper among its own forebears, so that each line names the sending it is of.
    private static final String ACTION =
            """
            p=$PPID
            while ! grep -qzx blackstart-carry "/proc/$p/cmdline"; do
                [ "$p" -gt 1 ] || exit 9
                read -r _ _ _ p _ <"/proc/$p/stat"
            done
            claim=$(tr '\\000' '\\n' <"/proc/$p/cmdline" | grep -m 1 '^/.*/claims/[^/]*$')
            echo "begun $2 ${claim##*/}" >>"$1/effects"
            sleep 0.1
            echo "done $2 ${claim##*/}" >>"$1/effects"
            """;

    private final Path folder;
    private final Path key;
    private final List<String> names;
    private final Map<String, RealSshd> servers = new TreeMap<>();

    /// @param begun or else done
    /// @param what such as `restart`
    /// @param claim name of the claim directory; its last part is the nonce of the sending
    record Effect(String host, boolean begun, String what, String claim) {}

    /// @param folder an empty one
    Hosts(Path folder, Path key, String... names) throws IOException {
        this.names = List.of(names);
        this.folder = Files.createDirectories(folder);
        this.key = key;
        Files.writeString(folder.resolve("action.sh"), ACTION);
        for (String name : names) {
            servers.put(
                    name, RealSshd.start(folder.resolve(name + "-sshd"), Keygen.publicPart(key)));
        }
        forget();
    }

    List<String> names() {
        return names;
    }

    Path key() {
        return key;
    }

    /// What the hosts did and whom they know; between two trials.
    void forget() throws IOException {
        for (String name : names) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(effects(name), "");
            Path claims = folder.resolve(name + "-sshd/claims");
            if (Files.exists(claims)) {
                Scene.remove(claims);
            }
        }
    }

    /// The command that does something on the host it is sent to.
    String action(String what) {
        return "sh %s/action.sh %s/[=host.name] %s".formatted(folder, folder, what);
    }

    /// The command that shows what was done there.
    String look() {
        return "cat %s/[=host.name]/effects".formatted(folder);
    }

    private Path effects(String name) {
        return folder.resolve(name).resolve("effects");
    }

    List<Effect> effects() throws IOException {
        List<Effect> effects = new ArrayList<>();
        for (String name : names) {
            for (String line : Files.readAllLines(effects(name))) {
                String[] words = line.split(" ", -1);
                effects.add(new Effect(name, words[0].equals("begun"), words[1], words[2]));
            }
        }
        return effects;
    }

    String inventory() {
        StringBuilder text = new StringBuilder("hosts:\n");
        servers.forEach((name, sshd) ->
                text.append(
                        "  %s: { address: 127.0.0.1, port: %d, user: %s, host_key: \"%s %s\" }\n"
                                .formatted(
                                        name,
                                        sshd.port(),
                                        System.getProperty("user.name"),
                                        sshd.hostKey().type(),
                                        sshd.hostKey().base64())));
        return text.append("groups:\n  nodes: { hosts: %s }\n".formatted(names)).toString();
    }

    @Override
    public void close() {
        servers.values().forEach(RealSshd::close);
    }
}
