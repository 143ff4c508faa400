package dev.blackstart.runbook.lint;

import java.util.Optional;

/// Commands that wait for something that a suspect host may never give, and what prevents it.
final class HangingCommands {
    private HangingCommands() {}

    /// What to do about the command; empty when it ends by itself or stands behind `timeout`.
    static Optional<String> advice(ShellCommand command) {
        if (command.limited()) {
            return Optional.empty();
        }
        return switch (command.name()) {
            case "curl" -> unless(command.hasAny("-m", "--max-time"), "give it `-m SECONDS`");
            case "wget" -> unless(command.hasAny("-T", "--timeout"), "give it `-T SECONDS -t 1`");
            case "ping", "ping6" ->
                    unless(command.hasAny("-c", "-w"), "give it `-c COUNT -w SECONDS`");
            case "arping" -> unless(command.hasAny("-c", "-w"), "give it `-c COUNT -w SECONDS`");
            case "dig" ->
                    unless(
                            command.arguments().stream().anyMatch(w -> w.startsWith("+time")),
                            "give it `+time=2 +tries=1`");
            case "host" -> unless(command.has("-W"), "give it `-W SECONDS`");
            case "nslookup" -> unless(command.has("-timeout"), "give it `-timeout=SECONDS`");
            case "nc", "ncat", "netcat" -> unless(command.has("-w"), "give it `-w SECONDS`");
            case "etcdctl" ->
                    unless(
                            command.has("--command-timeout")
                                    || command.arguments().contains("status")
                                            && command.arguments().contains("snapshot"),
                            "give it `--command-timeout=5s`");
            case "kubectl" ->
                    unless(command.has("--request-timeout"), "give it `--request-timeout=5s`");
            case "df" ->
                    unless(
                            command.hasAny("-l", "--local") || !command.operands().isEmpty(),
                            "give it `-l` or a local path, because it hangs on a dead network mount");
            case "lsof" ->
                    unless(
                            command.hasAny("-b", "-p"),
                            "give it `-b`, or read /proc, because it hangs on a dead network mount");
            case "ls", "stat", "find", "du", "cat" ->
                    unless(
                            !mounted(command),
                            "put `timeout 5` before it, because it hangs on a dead network mount");
            case "ssh", "scp", "sftp", "rsync", "telnet" ->
                    Optional.of(
                            "put `timeout` before it, or check from a host of its own with `on:`");
            case "tail", "journalctl" ->
                    unless(
                            !command.hasAny("-f", "--follow", "-F"),
                            "leave out the option to follow, or put `timeout` before it");
            case "watch", "less", "more", "vi", "nano" ->
                    Optional.of("it waits for a person; use a command that prints and ends");
            case "top" -> unless(command.has("-b") && command.has("-n"), "give it `-b -n 1`");
            default -> Optional.empty();
        };
    }

    /// `tcpdump -G` with `-W` means "end after that many files", not a ring; and with `-C` too,
    /// `-W` counts for nothing.
    static Optional<String> capture(ShellCommand command) {
        if (!command.name().equals("tcpdump")) {
            return Optional.empty();
        }
        if (command.has("-G") && command.has("-W")) {
            return Optional.of(
                    command.has("-C")
                            ? "with `-C` and `-G` together `-W` is ignored and the files grow without end; use `-C` and `-W` for a ring"
                            : "with `-G` the option `-W` means to end after that many files, not a ring; use `-C` and `-W` for a ring");
        }
        boolean ends = command.limited() || command.has("-c") || command.has("-W");
        return ends
                ? Optional.empty()
                : Optional.of(
                        "`tcpdump` goes on for ever; give it `-c COUNT`, or put `timeout` before it");
    }

    private static boolean mounted(ShellCommand command) {
        return command.operands().stream()
                .anyMatch(path -> path.matches("/(mnt|media|net|nfs)(/.*)?"));
    }

    private static Optional<String> unless(boolean fine, String advice) {
        return fine ? Optional.empty() : Optional.of(advice);
    }
}
