package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Verify;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Short words for lengths of time and commands, as they stand in sentences.
public final class Words {
    /// Most hosts named in a sentence that another place tells in full.
    private static final int MOST_NAMED = 5;

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Words() {}

    /// `90 s`, `4 min`, `2 h`, `3 d`; below one second `250 ms`.
    public static String length(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000 && millis > 0) {
            return millis + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    /// `03:12:41 UTC`, with the day when that is another than today.
    public static String time(Instant at, Instant now) {
        boolean today =
                at.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .equals(now.atZone(ZoneOffset.UTC).toLocalDate());
        return (today ? CLOCK : DAY_AND_CLOCK).format(at);
    }

    /// A value of a host within a sentence: its first line, in quotes, control characters as `?`.
    static String shortly(String value) {
        String line = value.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        boolean all = line.length() == value.length() && line.length() <= 60;
        return "\"" + (all ? line : line.substring(0, Math.min(60, line.length())) + "…") + "\"";
    }

    /// That something of a step was never run by those who wrote it.
    static String notRunHere(String what) {
        return "Not run here: " + what;
    }

    /// Names of hosts, separated by commas, as people count.
    public static String hosts(Collection<HostName> hosts) {
        return hosts.stream().sorted().map(HostName::value).collect(Collectors.joining(", "));
    }

    /// `n1, n2, n3, n4, n5 and 35 more`
    static String fewHosts(Collection<HostName> hosts) {
        String named = hosts(hosts.stream().sorted().limit(MOST_NAMED).toList());
        return hosts.size() <= MOST_NAMED
                ? named
                : named + " and " + (hosts.size() - MOST_NAMED) + " more";
    }

    public static String command(Command command) {
        return switch (command.body()) {
            case Command.Body.Run run -> run.text().source();
            case Command.Body.Script script -> script.file().path();
            case Command.Body.Nothing nothing -> "nothing but the upload";
        };
    }

    /// What proves a step, and how long it is waited for.
    static String proof(Verify verify) {
        return "%s, asked every %s for at most %s"
                .formatted(verify.that().text(), length(verify.every()), length(verify.within()));
    }

    /// A rendered command within a sentence: a script's path, or the first line of the text.
    static String command(Prepared prepared) {
        if (prepared.script()) {
            return prepared.label();
        }
        List<String> lines = prepared.text().strip().lines().toList();
        return lines.size() < 2
                ? String.join("", lines)
                : "%s … (%d lines)".formatted(lines.getFirst(), lines.size());
    }
}
