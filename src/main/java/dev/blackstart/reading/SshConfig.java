package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Characters;
import dev.blackstart.reading.yaml.Decoding;
import dev.blackstart.reading.yaml.Source;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An `ssh_config` as far as an inventory can use it: HostName, User, Port, IdentityFile and
/// ProxyJump. It starts no program: what would need one is named by `leftOut`.
public final class SshConfig {
    private static final Set<String> PROGRAMS =
            Set.of("proxycommand", "localcommand", "knownhostscommand");

    private final String file;
    private final List<SshConfigLine> lines;

    private SshConfig(String file, List<SshConfigLine> lines) {
        this.file = file;
        this.lines = lines;
    }

    public static Read<SshConfig> read(Path file) {
        return switch (TextFile.read(file)) {
            case Read.Accepted<String> text -> read(file.toString(), text.value());
            case Read.Refused<String> refused -> new Read.Refused<>(refused.problems());
        };
    }

    /// Text with control characters or characters that reorder text is refused.
    ///
    /// @param fileName the file's name in positions
    public static Read<SshConfig> read(String fileName, String text) {
        List<Problem> hidden = Decoding.hidden(new Source(fileName, text));
        if (!hidden.isEmpty()) {
            return new Read.Refused<>(hidden);
        }
        List<SshConfigLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            SshConfigLine.parse(number, line).ifPresent(lines::add);
        }
        return new Read.Accepted<>(new SshConfig(fileName, lines), List.of());
    }

    /// The names behind `Host` that mean one host, in the order of the file.
    public List<String> aliases() {
        return lines.stream()
                .filter(line -> line.keyword().equals("host"))
                .flatMap(line -> line.words().stream())
                .filter(word ->
                        !word.isEmpty() && word.chars().noneMatch(c -> "*?!".indexOf(c) >= 0))
                .distinct()
                .toList();
    }

    /// What holds for a host, whether the file names it or only a pattern for it.
    public SshEntry entry(String alias) {
        SshEntryFold fold = new SshEntryFold(alias);
        lines.forEach(fold::take);
        return fold.entry();
    }

    /// What the file says and nobody here follows, each with its line.
    public List<Problem> leftOut() {
        return lines.stream()
                .flatMap(line -> leftOut(line).map(what -> problem(line, what)).stream())
                .toList();
    }

    private static Optional<String> leftOut(SshConfigLine line) {
        if (line.keyword().equals("include")) {
            return Optional.of(
                    "`Include` is not followed; name the other file itself with --from-ssh-config FILE");
        }
        if (line.keyword().equals("match")) {
            return SshBlock.foreign(line.words())
                    .map(asked ->
                            "`Match %s` is never asked, so the lines below it hold for nobody; write what a host needs below its `Host` line"
                                    .formatted(asked));
        }
        if (PROGRAMS.contains(line.keyword())) {
            return Optional.of(
                    "the program of this line is never started; `ProxyJump` is the way to go through another host");
        }
        return Optional.empty();
    }

    private Problem problem(SshConfigLine line, String what) {
        return Problem.warning(
                new Position(file, line.number(), 1), "ssh-config", Characters.visible(what));
    }
}
