package dev.blackstart.proof.power;

import dev.blackstart.testing.OwnClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Everything that processes did to a journal, one after the other.
///
/// @param calls how many calls of the journal they made
record Recording(List<Operation> operations, int calls) {
    /// Where the journal is in the recorded folder.
    static final String JOURNAL = "state/blackstart";

    /// One process.
    ///
    /// @param close the journal is closed in the end; else the process stops dead
    record Session(int appends, boolean close) {}

    /// @param folder an empty one
    /// @param defect of `WeakenedWriter`, or `none`
    static Recording of(Path folder, List<Session> sessions, long seed, String defect)
            throws IOException, InterruptedException {
        Path recorded = Files.createDirectory(folder.resolve("recorded")).toRealPath();
        Set<String> known = new HashSet<>();
        List<Operation> operations = new ArrayList<>();
        for (Session session : sessions) {
            int calls = calls(operations);
            run(folder, recorded, session, List.of("" + calls, "" + (seed + calls)), defect);
            operations.addAll(Trace.read(folder.resolve("trace"), recorded, known));
        }
        return new Recording(List.copyOf(operations), calls(operations));
    }

    /// How often SQLite began its log, first or anew: it writes the head of the file.
    long logBeginnings() {
        return operations.stream()
                .filter(Operation.Written.class::isInstance)
                .map(Operation.Written.class::cast)
                .filter(written -> written.path().endsWith("-wal") && written.offset() == 0)
                .count();
    }

    private static int calls(List<Operation> operations) {
        return (int) operations.stream().filter(Operation.Begun.class::isInstance).count();
    }

    private static void run(
            Path folder, Path recorded, Session session, List<String> numbers, String defect)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("strace", "-f", "-y", "-xx", "-s", "1000000", "--seccomp-bpf"));
        command.addAll(List.of("-e", "trace=" + Trace.CALLS, "-e", "signal=none"));
        command.addAll(List.of("-o", folder.resolve("trace").toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", OwnClassPath.text()));
        command.add(RecordedProcess.class.getName());
        command.add(recorded.resolve(JOURNAL).toString());
        command.add(recorded.resolve(Marks.NAME).toString());
        command.addAll(numbers);
        command.add(Integer.toString(session.appends()));
        command.addAll(List.of(session.close() ? "close" : "halt", defect));
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("the recorded process: " + Files.readString(said));
        }
    }
}
