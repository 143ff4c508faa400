package dev.blackstart.door.cli;

import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostKey;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Reach;
import dev.blackstart.runbook.Problem;
import dev.blackstart.scaffold.AllOrNothing;
import dev.blackstart.scaffold.FirstFolder;
import dev.blackstart.scaffold.FirstRunbook;
import dev.blackstart.scaffold.NewHost;
import dev.blackstart.transport.ssh.KnownKeys;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Width;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `init`: a folder with an inventory, a first runbook and its drill. Contacts nobody, overwrites
/// nothing, and makes all of it or nothing.
@Command(
        name = "init",
        description = "Make a folder with an inventory and a first runbook; contacts nothing.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart init our-servers --host web1=192.0.2.11 --service nginx",
            "  blackstart init our-servers --from-ssh-config --match 'web*' --service nginx"
        })
final class InitVerb implements Callable<Integer> {
    private static final int SSH_PORT = 22;

    private final Surroundings surroundings;
    private final PrintStream out;

    @Mixin InitOptions options = new InitOptions();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "The folder; runbooks/ is made in it (default: here).")
    Path folder = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    boolean help;

    InitVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.out = surroundings.words();
    }

    @Override
    public Integer call() {
        Path runbooks = surroundings.cwd().resolve(folder).resolve("runbooks");
        refuseToOverwrite(runbooks);
        LineInput typed = new LineInput(surroundings.streams().in());
        InitHosts gathering = new InitHosts(surroundings, options, typed);
        List<NewHost> hosts = gathering.gather();
        FirstRunbook runbook = new FirstRunbook(unit(typed), surroundings.person().name());
        KnownKeys keys = new KnownKeys(List.of(knownHosts(gathering.home())));
        String user = options.user == null ? surroundings.person().name() : options.user;
        FirstFolder made =
                new FirstFolder(
                        hosts.stream().map(it -> it.withKey(known(it, user, keys))).toList(),
                        user,
                        runbook);
        List<Problem> problems = made.problems();
        if (problems.stream().anyMatch(Problem::isError)) {
            throw Sentences.refused("to make this folder", problems);
        }
        write(made, runbooks);
        next(made, runbooks);
        return ExitCode.DONE.number();
    }

    private static void refuseToOverwrite(Path runbooks) {
        if (Files.exists(runbooks, LinkOption.NOFOLLOW_LINKS)) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "There is "
                            + Escaped.line(runbooks.toString())
                            + " already, and nothing is overwritten; name another folder, as in blackstart init our-servers, or go on with blackstart lint.");
        }
    }

    private String unit(LineInput typed) {
        String unit = Optional.ofNullable(options.service).orElseGet(() -> asked(typed));
        if (!FirstRunbook.allowed(unit)) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    unit.isEmpty()
                            ? "No service is named; give its systemd unit with --service, as in --service nginx. Nothing was made."
                            : Escaped.line(unit, 64)
                                    + " is no name of a systemd unit; give one with --service, as in --service nginx. Nothing was made.");
        }
        return unit;
    }

    private String asked(LineInput typed) {
        if (!surroundings.streams().terminal()) {
            return "";
        }
        out.print(
                "Which service shall the first runbook look after (a systemd unit such as nginx)? ");
        out.flush();
        return typed.line().orElse("");
    }

    private Path knownHosts(Path home) {
        return options.knownHosts == null
                ? home.resolve(".ssh").resolve("known_hosts")
                : surroundings.cwd().resolve(options.knownHosts);
    }

    private static Optional<HostKey> known(NewHost host, String user, KnownKeys keys) {
        if (!host.faults().isEmpty()) {
            return Optional.empty();
        }
        return keys.of(
                new Host(
                        new HostName(host.name()),
                        new Address(host.address(), false),
                        host.port().orElse(SSH_PORT),
                        host.user().orElse(user),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Reach.SSH,
                        Map.of()));
    }

    private void write(FirstFolder made, Path runbooks) {
        try {
            AllOrNothing.write(runbooks, made.runbooks());
            Path editor = runbooks.resolveSibling(".vscode");
            if (!Files.exists(editor, LinkOption.NOFOLLOW_LINKS)) {
                AllOrNothing.write(editor, Map.of("settings.json", made.editor()));
            }
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The folder "
                            + Escaped.line(runbooks.toString())
                            + " cannot be made ("
                            + e.getClass().getSimpleName()
                            + "); name one you may write to, as in blackstart init ~/our-servers.");
        }
    }

    private void next(FirstFolder made, Path runbooks) {
        long pinned = made.hosts().stream().filter(host -> host.key().isPresent()).count();
        String name = made.runbook().name();
        out.println(
                "Made "
                        + Escaped.line(runbooks.toString())
                        + ": "
                        + Words.count(made.hosts().size(), "host")
                        + ", "
                        + pinned
                        + " with a pinned host key, and the runbook "
                        + name
                        + ".");
        if (pinned < made.hosts().size()) {
            out.println("inventory.yaml says at each host without a key how to pin it.");
        }
        out.println("Next:");
        if (!folder.toString().isEmpty()) {
            out.println("  cd " + Escaped.line(Launcher.word(folder.toString())));
        }
        String launcher = new Launcher(surroundings).typed(runbooks.resolveSibling("."));
        int width =
                Math.max(
                        30,
                        Width.of(launcher) + " drill ".length() + made.runbook().drill().length());
        next(
                launcher,
                width,
                "drill " + made.runbook().drill(),
                "plays it in a made world; contacts nobody");
        next(launcher, width, "plan " + name, "shows what would be sent where; contacts nobody");
        next(launcher, width, "diagnose " + name, "runs the checks on your hosts; changes nothing");
    }

    private void next(String launcher, int width, String words, String what) {
        String command = Escaped.line(launcher + " " + words);
        out.println(
                "  " + command + " ".repeat(Math.max(0, width - Width.of(command))) + " " + what);
    }
}
