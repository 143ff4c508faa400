package dev.blackstart.door.cli.doctor;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where the private keys come from: files here, files that another machine serves, or an agent.
///
/// @param home stands for `~`
/// @param usual key files for hosts that name none
/// @param agent the socket of ssh-agent
public record KeysExam(
        Inventory inventory, Path home, List<Path> usual, Optional<Path> agent, Mounts mounts) {
    private static final String ON = "private keys";

    /// What sshd makes for an agent that it forwards.
    private static final Pattern FORWARDED = Pattern.compile("/tmp/ssh-[A-Za-z0-9]+/agent\\.\\d+");

    public List<Dependency> dependencies() {
        List<Dependency> found = new ArrayList<>();
        boolean some = inventory.hosts().values().stream().anyMatch(it -> it.identity().isEmpty());
        List<Path> files = new ArrayList<>(named());
        if (some || files.isEmpty()) {
            usual.stream()
                    .filter(file -> mounts.far(file).isPresent() || Files.exists(file))
                    .forEach(files::add);
        }
        files.forEach(file -> file(file).ifPresent(found::add));
        if (files.isEmpty()) {
            found.add(noFile());
        }
        return found.isEmpty()
                ? List.of(
                        Dependency.stands(
                                ON,
                                files.size() == 1
                                        ? "The key file lies on this machine."
                                        : "All %d key files lie on this machine."
                                                .formatted(files.size())))
                : found;
    }

    private Set<Path> named() {
        Set<Path> files = new LinkedHashSet<>();
        inventory.hosts().values().stream()
                .filter(host -> host.reach() == Reach.SSH)
                .flatMap(host -> host.identity().stream())
                .map(it -> it.startsWith("~/") ? home.resolve(it.substring(2)) : Path.of(it))
                .forEach(files::add);
        return files;
    }

    private Optional<Dependency> file(Path file) {
        Optional<String> far = mounts.far(file);
        if (far.isPresent()) {
            return Optional.of(
                    Dependency.falls(
                            ON,
                            "%s lies on %s, which another machine serves."
                                    .formatted(file, far.get()),
                            "Keep a copy on a disk of this machine and name it as `identity`."));
        }
        if (!Files.isReadable(file)) {
            return Optional.of(
                    Dependency.falls(
                            ON,
                            file + " does not exist or may not be read.",
                            "Put the key there, or name another as `identity`."));
        }
        return PrivateKeyFile.encrypted(file) && agent.isEmpty()
                ? Optional.of(
                        Dependency.weak(
                                ON,
                                file + " has a passphrase, and no agent holds it.",
                                "Have the passphrase where it can be read without a network, or start ssh-agent."))
                : Optional.empty();
    }

    private Dependency noFile() {
        if (agent.isEmpty()) {
            return Dependency.falls(
                    ON,
                    "There is neither a key file nor an agent.",
                    "Make a key with ssh-keygen -t ed25519 and give its public part to the hosts.");
        }
        return FORWARDED.matcher(agent.get().toString()).matches()
                ? Dependency.falls(
                        ON,
                        "The only keys come from an agent that another machine forwards, and go with that connection.",
                        "Keep a key file on this machine for the night.")
                : Dependency.weak(
                        ON,
                        "The only keys are in ssh-agent, and gone when this machine starts again.",
                        "Keep a key file on this machine for the night.");
    }
}
