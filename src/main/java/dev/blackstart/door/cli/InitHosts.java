package dev.blackstart.door.cli;

import dev.blackstart.reading.SshConfig;
import dev.blackstart.scaffold.NewHost;
import dev.blackstart.view.Escaped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers the hosts for a new inventory: from options, from an `ssh_config`, else by asking.
final class InitHosts {
    private final Surroundings surroundings;
    private final InitOptions options;
    private final LineInput typed;

    InitHosts(Surroundings surroundings, InitOptions options, LineInput typed) {
        this.surroundings = surroundings;
        this.options = options;
        this.typed = typed;
    }

    List<NewHost> gather() {
        List<NewHost> hosts = new ArrayList<>();
        options.hosts.forEach((name, place) -> hosts.add(HostWords.parse(name, place)));
        if (options.sshConfig != null) {
            hosts.addAll(fromSshConfig(options.sshConfig));
        }
        if (hosts.isEmpty() && surroundings.streams().terminal()) {
            ask(hosts);
        }
        if (hosts.isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    options.sshConfig == null
                            ? "No host is named; give --host NAME=ADDRESS as often as needed, or take them from ~/.ssh/config with --from-ssh-config. Nothing was made."
                            : "No host of "
                                    + Escaped.line(file(options.sshConfig).toString())
                                    + " could be taken"
                                    + (options.match.equals("*")
                                            ? ""
                                            : " of those named " + Escaped.line(options.match, 64))
                                    + "; name hosts with --host NAME=ADDRESS. Nothing was made.");
        }
        return List.copyOf(hosts);
    }

    private List<NewHost> fromSshConfig(String named) {
        Path file = file(named);
        SshConfigHosts found =
                new SshConfigHosts(Shelf.accepted("the ssh_config " + file, SshConfig.read(file)));
        List<NewHost> hosts = found.matching(options.match);
        found.remarks().forEach(surroundings.complaints()::println);
        return hosts;
    }

    private Path file(String named) {
        return named.isEmpty()
                ? home().resolve(".ssh").resolve("config")
                : surroundings.cwd().resolve(named);
    }

    private void ask(List<NewHost> hosts) {
        surroundings
                .words()
                .println(
                        "Which hosts? NAME=ADDRESS, one a line, as in web1=192.0.2.11; an empty line ends.");
        Optional<String> line = typed.line();
        while (line.filter(it -> !it.isEmpty()).isPresent()) {
            try {
                hosts.add(HostWords.parse(line.get()));
            } catch (CannotGoOn unclear) {
                unclear.lines().forEach(surroundings.complaints()::println);
            }
            line = typed.line();
        }
    }

    Path home() {
        return Path.of(surroundings.env().getOrDefault("HOME", surroundings.cwd().toString()));
    }
}
