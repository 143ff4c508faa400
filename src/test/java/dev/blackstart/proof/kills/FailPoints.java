package dev.blackstart.proof.kills;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Every system call by which the command makes something durable, sends to a host or tells a
/// person: all that another can see of it. What a kill between two of them leaves, a kill before
/// the second leaves too.
final class FailPoints {
    /// What SQLite, the kept files, the network and the terminal are written with.
    static final List<String> CALLS =
            List.of(
                    "pwrite64",
                    "fsync",
                    "fdatasync",
                    "ftruncate",
                    "unlink",
                    "rename",
                    "write",
                    "writev",
                    "sendto");

    private FailPoints() {}

    /// What is put before a command to record its calls.
    ///
    /// @param trace file for what strace saw
    static List<String> recording(Path trace) {
        List<String> words = new ArrayList<>(List.of("strace", "-f", "-qq", "-s", "200"));
        words.addAll(List.of("-o", trace.toString(), "-e", "signal=none"));
        words.addAll(List.of("-e", "trace=" + String.join(",", CALLS)));
        return words;
    }

    /// What is put before a command to kill it. (With `--seccomp-bpf` strace sends no signal.)
    static List<String> kill(Path trace, Kill.Before point) {
        List<String> words = new ArrayList<>(recording(trace));
        words.add("-e");
        words.add("inject=%s:signal=KILL:when=%d".formatted(point.call(), point.number()));
        return words;
    }

    /// @param trace of a command that nobody disturbed
    static List<Kill.Before> of(Path trace) throws IOException {
        List<Kill.Before> points = new ArrayList<>();
        most(trace)
                .forEach((call, most) -> {
                    for (int number = 1; number <= most; number++) {
                        points.add(new Kill.Before(call, number));
                    }
                });
        return points;
    }

    /// The latest syncs before a command first says something, newest first: one of them is of the
    /// event that is told.
    static List<Kill.Before> syncsBefore(Path trace, String said) throws IOException {
        int syncs = 0;
        for (String line : Files.readAllLines(trace, ISO_8859_1)) {
            if (line.contains(said)) {
                break;
            }
            if (line.contains(" fsync(")) {
                syncs++;
            }
        }
        int last = syncs;
        return IntStream.range(0, 4).mapToObj(i -> new Kill.Before("fsync", last - i)).toList();
    }

    /// The most of each call in one thread, as strace counts them.
    private static Map<String, Integer> most(Path trace) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> most = new TreeMap<>();
        for (String line : Files.readAllLines(trace, ISO_8859_1)) {
            String[] words = line.split("[ (]+", 3);
            if (words.length > 2 && CALLS.contains(words[1])) {
                int count = counts.merge(words[0] + " " + words[1], 1, Integer::sum);
                most.merge(words[1], count, Math::max);
            }
        }
        return most;
    }
}
