package dev.blackstart.proof.power;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what strace wrote about a folder. A call that it does not know is an error: a proof that
/// overlooks writes proves nothing.
final class Trace {
    /// Calls that can change a file or a directory, and those that make them durable.
    static final String CALLS =
            "write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,"
                    + "sync_file_range,sync,syncfs,msync,copy_file_range,sendfile,splice,rename,"
                    + "renameat,renameat2,unlink,unlinkat,link,linkat,symlink,openat,open,creat,"
                    + "mkdir,mkdirat,rmdir,mmap,io_uring_setup";

    /// SQLite's index of the log is made anew after a crash, the ballast holds nothing.
    private static final Set<String> WITHOUT_CONTENT = Set.of("journal.db-shm", "ballast");

    private static final String UNFINISHED = " <unfinished ...>";

    private final Path folder;
    private final String printed;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<String> known;

    private Trace(Path folder, Set<String> known) {
        this.folder = folder;
        this.known = known;
        StringBuilder text = new StringBuilder();
        for (byte letter : folder.toString().getBytes(US_ASCII)) {
            text.append("\\x").append(HexFormat.of().toHexDigits(letter));
        }
        this.printed = text.toString();
    }

    /// @param folder absolute, what the operations' paths are relative to
    /// @param known paths that are there before
    static List<Operation> read(Path file, Path folder, Set<String> known) throws IOException {
        Trace trace = new Trace(folder, known);
        Map<String, String> unfinished = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file, US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                String thread = line.substring(0, space);
                String rest = line.substring(space).stripLeading();
                if (rest.endsWith(UNFINISHED)) {
                    unfinished.put(thread, rest.substring(0, rest.length() - UNFINISHED.length()));
                } else if (rest.startsWith("<... ")) {
                    String begun = Optional.ofNullable(unfinished.remove(thread)).orElse("");
                    trace.line(begun + rest.substring(rest.indexOf("resumed>") + 8));
                } else {
                    trace.line(rest);
                }
            }
        }
        return trace.operations;
    }

    private void line(String line) {
        if (line.startsWith("sync()") || line.startsWith("io_uring_setup(")) {
            throw new IllegalStateException("the proof does not know what this does: " + line);
        }
        if (line.contains(printed)) {
            TraceLine.of(line).filter(call -> !call.failed()).ifPresent(this::call);
        }
    }

    private void call(TraceLine call) {
        switch (call.call()) {
            case "openat", "open" -> opened(call);
            case "mkdir" -> name(new Operation.Created(relative(call.path()), true));
            case "unlink" -> name(new Operation.Removed(relative(call.path())));
            case "mmap" -> mapped(call);
            case "write", "pwrite64", "ftruncate", "fsync", "fdatasync" ->
                    call.descriptor()
                            .filter(this::inside)
                            .ifPresent(path -> changed(call, relative(path)));
            default -> throw unknown(call);
        }
    }

    private void opened(TraceLine call) {
        String path = relative(call.path());
        if (!inside(call.path()) || without(path)) {
            return;
        }
        if (call.arguments().contains("O_CREAT") && known.add(path)) {
            operations.add(new Operation.Created(path, false));
        } else if (call.arguments().contains("O_TRUNC")) {
            operations.add(new Operation.Resized(path, 0));
        }
    }

    private void name(Operation.Naming naming) {
        if (!without(naming.path())) {
            operations.add(naming);
            known.remove(naming.path());
        }
    }

    private void mapped(TraceLine call) {
        if (call.arguments().contains("MAP_SHARED")
                && call.arguments().contains("PROT_WRITE")
                && !call.arguments().contains(hexOf("journal.db-shm"))) {
            throw unknown(call);
        }
    }

    private static String hexOf(String text) {
        StringBuilder printed = new StringBuilder();
        for (byte letter : text.getBytes(US_ASCII)) {
            printed.append("\\x").append(HexFormat.of().toHexDigits(letter));
        }
        return printed.toString();
    }

    private void changed(TraceLine call, String path) {
        if (path.equals(Marks.NAME)) {
            mark(new String(call.text(0), US_ASCII).strip());
            return;
        }
        if (without(path)) {
            return;
        }
        switch (call.call()) {
            case "pwrite64" ->
                    operations.add(new Operation.Written(path, call.lastNumber(), whole(call)));
            case "ftruncate" -> operations.add(new Operation.Resized(path, call.lastNumber()));
            case "fsync", "fdatasync" -> operations.add(new Operation.Synced(path));
            default -> throw unknown(call);
        }
    }

    private static byte[] whole(TraceLine call) {
        byte[] data = call.text(0);
        if (data.length != Integer.parseInt(call.result())) {
            throw new IllegalStateException("a write was cut short: " + call.call());
        }
        return data;
    }

    private void mark(String line) {
        String[] words = line.split(" ", 3);
        int call = Integer.parseInt(words[1]);
        operations.add(
                words[0].equals("B")
                        ? new Operation.Begun(call)
                        : new Operation.Acknowledged(call, words[2]));
    }

    private boolean inside(String path) {
        return path.startsWith(folder.toString());
    }

    private String relative(String path) {
        return inside(path) ? folder.relativize(Path.of(path)).toString() : path;
    }

    private static boolean without(String path) {
        return path.equals(Marks.NAME)
                || WITHOUT_CONTENT.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static IllegalStateException unknown(TraceLine call) {
        return new IllegalStateException(
                "the proof does not know what " + call.call() + " does to the journal's files");
    }
}
