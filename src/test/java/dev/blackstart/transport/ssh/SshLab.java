package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Masking;
import dev.blackstart.transport.OutputStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A user with a key, real servers that let the user in, and transports to them.
final class SshLab implements AutoCloseable {
    private final Path directory;
    private final List<Runnable> open = new ArrayList<>();
    private final Map<HostName, Host> inventory = new ConcurrentHashMap<>();
    final Path userKey;
    final OutputStore store;

    SshLab(Path directory) {
        this.directory = directory;
        this.userKey = Keygen.make(directory.resolve("id_ed25519"), "ed25519", "");
        this.store = new OutputStore(directory.resolve("outputs"), Masking.NONE);
    }

    RealSshd server(String... config) {
        return server("ed25519", Keygen.publicPart(userKey), config);
    }

    RealSshd server(String hostKeyType, Path userKey, String... config) {
        RealSshd sshd =
                RealSshd.start(
                        directory.resolve("sshd" + open.size()),
                        userKey,
                        hostKeyType,
                        List.of(config));
        open.add(sshd::close);
        return sshd;
    }

    Host listed(Host host) {
        inventory.put(host.name(), host);
        return host;
    }

    SshSettings settings() {
        return new SshSettings(
                directory,
                List.of(userKey),
                List.of(directory.resolve("known_hosts")),
                Optional.empty(),
                path -> Optional.empty(),
                Duration.ofSeconds(1),
                64,
                Duration.ofMillis(50),
                64L * 1024 * 1024);
    }

    Calls calls() {
        return calls(settings());
    }

    Calls calls(SshSettings settings) {
        SshTransport transport =
                SshTransport.open(
                        settings, name -> Optional.ofNullable(inventory.get(name)), store);
        open.add(transport::close);
        return new Calls(transport);
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    @Override
    public void close() {
        open.reversed().forEach(Runnable::run);
    }
}
