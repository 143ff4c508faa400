package dev.blackstart.door.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the machine gives: folders, room, an account, a clock.
///
/// @param account the login name
/// @param javaHome where the JDK is
/// @param program folder of the launcher
/// @param sharedJournal do other operators of this machine see the journal?
public record MachineExam(
        Machine machine,
        String account,
        Path javaHome,
        Optional<Path> program,
        Path runbooks,
        Path inventory,
        Path journal,
        boolean sharedJournal,
        Instant now) {
    private static final long LEAST = 64L << 20;
    private static final long AMPLE = 1L << 30;

    public List<Dependency> dependencies() {
        List<Dependency> all = new ArrayList<>();
        all.add(folders());
        program.ifPresent(folder -> all.add(new BuildExam(folder).dependency()));
        all.add(room());
        all.add(operators());
        all.add(identity());
        all.add(clock());
        return all;
    }

    private Dependency folders() {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("the JDK", javaHome);
        program.ifPresent(folder -> folders.put("Blackstart", folder));
        folders.put("the runbooks", runbooks);
        folders.put("the inventory", inventory);
        folders.put("the journal", journal);
        List<String> far = new ArrayList<>();
        folders.forEach((what, path) ->
                machine.mounts()
                        .far(path)
                        .ifPresent(type -> far.add(what + " (" + type + ", " + path + ")")));
        return far.isEmpty()
                ? Dependency.stands(
                        "disks",
                        "JDK, program, runbooks, inventory and journal lie on this machine.")
                : Dependency.falls(
                        "disks",
                        "Another machine serves " + String.join(", ", far) + ".",
                        "Keep copies on a disk of this machine; --runbooks, --inventory and --journal name them.");
    }

    private Dependency room() {
        if (machine.mounts().far(journal).isPresent()) {
            return Dependency.weak(
                    "room",
                    "How much room the journal has was not asked, as that may hang.",
                    "Keep the journal on a disk of this machine.");
        }
        Optional<Long> free = machine.free(journal);
        if (free.isEmpty()) {
            return Dependency.weak(
                    "room",
                    "How much room the journal has could not be found out.",
                    "See that " + journal + " can be written.");
        }
        String words = (free.get() >> 20) + " MiB free for the journal in " + journal + ".";
        if (free.get() < LEAST) {
            return Dependency.falls(
                    "room", words, "Make room: nothing is sent that cannot be recorded.");
        }
        return free.get() < AMPLE
                ? Dependency.weak("room", words, "Make room: one command may print 64 MiB.")
                : Dependency.stands("room", words);
    }

    private Dependency operators() {
        return sharedJournal
                ? Dependency.stands("journal", "All operators of this machine share it.")
                : Dependency.weak(
                        "journal",
                        "It is this account's own: a colleague on this machine sees neither runs nor locks.",
                        "Make a folder /var/lib/blackstart that the operators' group may write.");
    }

    private Dependency identity() {
        return machine.localAccount(account)
                ? Dependency.stands(
                        "identity provider", "The account " + account + " is this machine's own.")
                : Dependency.falls(
                        "identity provider",
                        "The account "
                                + account
                                + " is not in /etc/passwd, so another machine must know it.",
                        "Have a local account for the night that may read keys, runbooks and journal.");
    }

    /// Nobody is asked for the time; a clock that was reset only makes a mess of the records.
    private Dependency clock() {
        try {
            if (machine.mounts().far(inventory).isEmpty() && Files.exists(inventory)) {
                Instant written = Files.getLastModifiedTime(inventory).toInstant();
                if (now.isBefore(written)) {
                    return Dependency.weak(
                            "clock",
                            "The clock says %s, which is before the inventory was written."
                                    .formatted(now),
                            "Set it by hand with date -s; runs go on either way.");
                }
            }
        } catch (IOException e) {
            // an inventory that cannot be read says nothing of the clock
        }
        return Dependency.stands(
                "clock", "Nobody is asked for the time, and runs count by the monotonic clock.");
    }
}
