package dev.blackstart.proof.honest;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.testing.Processes;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host: a real server with a folder, a boot id and processes of its own, behind a link.
final class Target implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("OpenSSH_([0-9]+)\\.([0-9]+)");

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
        List<String> settings = new ArrayList<>();
        settings.add("SetEnv HONEST_HOME=" + home);
        settings.add("SetEnv BLACKSTART_CLAIMS=" + claims());
        settings.add("SetEnv BLACKSTART_BOOT_ID=" + home.resolve("boot"));
        penalties().ifPresent(settings::add);
        this.sshd = RealSshd.start(home.resolve("sshd"), userKey, "ed25519", settings);
        this.link = new Link(sshd.port());
    }

    /// From 9.8 on a server shuts out for a while whoever goes away before it has logged in.
    private static Optional<String> penalties() {
        Matcher version = VERSION.matcher(Processes.run("ssh", "-V"));
        boolean has =
                version.find()
                        && Integer.parseInt(version.group(1)) * 100
                                        + Integer.parseInt(version.group(2))
                                >= 908;
        return has ? Optional.of("PerSourcePenalties no") : Optional.empty();
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

    /// What the server has started itself is killed; what that has started goes on.
    void killWrappers() {
        Set<Long> servers = new HashSet<>();
        sshd.connections().forEach(it -> servers.add(it.pid()));
        sshd.connections().stream()
                .flatMap(ProcessHandle::children)
                .filter(it -> !servers.contains(it.pid()))
                .forEach(ProcessHandle::destroyForcibly);
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
        String wanted = "HONEST_HOME=" + home + "\0";
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
