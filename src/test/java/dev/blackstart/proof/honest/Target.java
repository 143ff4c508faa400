package dev.blackstart.proof.honest;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.testing.RealSshd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A host: a real server with a folder, a boot id and processes of its own, behind a link.
final class Target implements AutoCloseable {
    private final Path home;
    private final HostName name;
    private final RealSshd sshd;
    final Link link;
    private final Map<String, String> labels;

    /// @param home empty
    Target(Path home, String name, Path userKey, Map<String, String> labels) throws IOException {
        this.home = Files.createDirectories(home);
        this.name = new HostName(name);
        this.labels = labels;
        newBoot();
        this.sshd =
                RealSshd.start(
                        home.resolve("sshd"),
                        userKey,
                        "ed25519",
                        List.of(
                                "SetEnv HONEST_HOME=" + home,
                                "SetEnv BLACKSTART_CLAIMS=" + claims(),
                                "SetEnv BLACKSTART_BOOT_ID=" + home.resolve("boot")));
        this.link = new Link(sshd.port());
    }

    HostName name() {
        return name;
    }

    int port() {
        return sshd.port();
    }

    /// As the inventory has it: reached through the link, its key pinned.
    Host host() {
        Host direct = sshd.host(name.value());
        return new Host(
                name,
                direct.address(),
                link.port(),
                direct.user(),
                direct.hostKey(),
                direct.jump(),
                direct.identity(),
                direct.reach(),
                labels);
    }

    private Path claims() {
        return home.resolve("claims");
    }

    /// Puts in place what the action of that number will do.
    Truth prepare(long number, Deed deed) throws IOException {
        Path truth = home.resolve("truth." + number);
        String text = deed.text(truth.toString(), home.resolve("done." + number).toString());
        Files.writeString(home.resolve("deed." + number), text);
        return new Truth(truth);
    }

    /// The processes that serve connections are killed.
    void killServers() {
        sshd.connections().forEach(ProcessHandle::destroyForcibly);
    }

    /// Everything that runs on it is ended at once, and it comes back as another boot.
    ///
    /// @param forgetting claims were in memory
    void reboot(boolean forgetting) {
        Set<Long> stopped = new HashSet<>();
        for (Set<Long> more = processes(); stopped.addAll(more); more = processes()) {
            stop(more);
        }
        link.wires().forEach(Wire::reset);
        killServers();
        stopped.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        try {
            newBoot();
            if (forgetting && Files.exists(claims())) {
                delete(claims());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void newBoot() throws IOException {
        Path next = home.resolve("boot.new");
        Files.writeString(next, UUID.randomUUID() + "\n");
        Files.move(next, home.resolve("boot"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// What its commands have started: they carry its folder in their environment.
    private Set<Long> processes() {
        byte[] mark = ("HONEST_HOME=" + home + "\0").getBytes(StandardCharsets.ISO_8859_1);
        String wanted = new String(mark, StandardCharsets.ISO_8859_1);
        Set<Long> found = new HashSet<>();
        ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> environment(pid).contains(wanted))
                .forEach(found::add);
        return found;
    }

    private static String environment(long pid) {
        try {
            return Files.readString(
                    Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private static void stop(Set<Long> pids) {
        List<String> words = new ArrayList<>(List.of("/bin/kill", "-s", "STOP"));
        pids.forEach(pid -> words.add(Long.toString(pid)));
        try {
            new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        link.close();
        sshd.close();
        processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
}
