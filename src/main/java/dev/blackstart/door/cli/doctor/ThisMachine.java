package dev.blackstart.door.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The real machine. Asks no name service.
public final class ThisMachine implements Machine {
    @Override
    public Mounts mounts() {
        return new Mounts(lines(Path.of("/proc/self/mountinfo")));
    }

    @Override
    public Optional<Long> free(Path path) {
        for (Path at = path.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at)) {
                try {
                    return Optional.of(Files.getFileStore(at).getUsableSpace());
                } catch (IOException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Set<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .map(address -> address.replaceAll("%.*", ""))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }

    @Override
    public boolean localAccount(String name) {
        List<String> accounts = lines(Path.of("/etc/passwd"));
        return accounts.isEmpty()
                || accounts.stream().anyMatch(line -> line.startsWith(name + ":"));
    }

    /// Latin-1, so that no byte is refused.
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
