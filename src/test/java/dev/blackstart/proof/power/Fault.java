package dev.blackstart.proof.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One system call on the journal's files that fails, once in each thread.
///
/// @param call such as `fsync`
/// @param error such as `EIO`
/// @param number which of them, from 1
record Fault(String call, String error, int number) {
    /// Largest number strace takes: nothing fails.
    static final int NEVER = 65535;

    static final List<String> CALLS = List.of("pwrite64", "fsync");
    static final List<String> ERRORS = List.of("ENOSPC", "EIO");

    /// What is put before a command.
    ///
    /// @param trace file for what strace saw
    List<String> strace(Path journal, Path trace) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("strace", "-f", "-qq", "--seccomp-bpf", "-o", trace.toString()));
        Stream.of("journal.db", "journal.db-wal", "journal.db-journal", "")
                .map(journal::resolve)
                .forEach(path -> words.addAll(List.of("-P", path.toString())));
        words.addAll(List.of("-e", "trace=" + String.join(",", CALLS), "-e", "signal=none"));
        words.addAll(List.of("-e", "inject=%s:error=%s:when=%d".formatted(call, error, number)));
        return words;
    }

    @Override
    public String toString() {
        return call + " " + number + " fails with " + error;
    }
}
