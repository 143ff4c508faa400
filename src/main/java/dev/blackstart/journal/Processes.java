package dev.blackstart.journal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The processes of this machine, as `/proc` shows them.
public final class Processes implements Liveness {
    /// Fields of `/proc/PID/stat` counted from behind the command name: 3 is the first, 22 the
    /// start time.
    private static final int START_TIME = 22 - 3;

    private final Path proc;
    private final long self;

    /// @param proc where `/proc` is mounted
    /// @param self id of this process
    public Processes(Path proc, long self) {
        this.proc = proc;
        this.self = self;
    }

    public static Processes ofThisMachine() {
        return new Processes(Path.of("/proc"), ProcessHandle.current().pid());
    }

    public Owner current(String person, Instant now) {
        return new Owner(person, self, started(self).orElse(0), bootId(), now);
    }

    /// Does the process still run? A reused pid is not mistaken for it, and a reboot ends
    /// everything. Where `/proc` hides the processes of others (`hidepid`), what cannot be seen
    /// counts as running.
    @Override
    public boolean alive(Owner owner) {
        if (!owner.bootId().equals(bootId())) {
            return false;
        }
        if (!Files.exists(proc.resolve(Long.toString(owner.pid())))) {
            return !Files.exists(proc.resolve("1"));
        }
        OptionalLong started = started(owner.pid());
        return started.isPresent() && started.getAsLong() == owner.started();
    }

    /// Start time in clock ticks since boot; empty when there is no such process or it has ended.
    OptionalLong started(long pid) {
        try {
            String stat = Files.readString(proc.resolve(Long.toString(pid)).resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            return ended
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(fields[START_TIME]));
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    /// Ids of the other processes that have a file open, as far as this one may see them.
    List<Long> having(Path file) {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : all) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (pid != self && has(process.resolve("fd"), file)) {
                    found.add(pid);
                }
            }
        } catch (IOException e) {
            return found; // nothing of this kind is to be seen here
        }
        return found;
    }

    private static boolean has(Path descriptors, Path file) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                if (same(descriptor, file)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return false; // it has ended, or is somebody else's
        }
        return false;
    }

    private static boolean same(Path descriptor, Path file) {
        try {
            return Files.isSameFile(descriptor, file);
        } catch (IOException closed) {
            return false;
        }
    }

    /// What this machine calls itself; no name service is asked.
    String machine() {
        try {
            return Files.readString(proc.resolve("sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    String bootId() {
        try {
            return Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
