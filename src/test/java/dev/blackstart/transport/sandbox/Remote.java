package dev.blackstart.transport.sandbox;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.connection.channel.direct.Session;

/// A connection to a host of a world, with its host key pinned, as the SSH transport makes it.
final class Remote implements AutoCloseable {
    record Result(int status, String out, String err) {}

    private final SSHClient client;

    private Remote(SSHClient client) {
        this.client = client;
    }

    static Remote to(SandboxWorld world, String name) throws IOException {
        Host host = world.inventory().host(new HostName(name)).orElseThrow();
        SSHClient client = new SSHClient();
        byte[] blob = Base64.getDecoder().decode(host.hostKey().orElseThrow().base64());
        var pinned = new Buffer.PlainBuffer(blob).readPublicKey();
        client.addHostKeyVerifier(
                new net.schmizz.sshj.transport.verification.HostKeyVerifier() {
                    @Override
                    public boolean verify(String at, int port, java.security.PublicKey key) {
                        return key.equals(pinned);
                    }

                    @Override
                    public java.util.List<String> findExistingAlgorithms(String at, int port) {
                        return java.util.List.of();
                    }
                });
        client.connect(host.address().value(), host.port());
        client.authPublickey(host.user(), world.identity().toString());
        return new Remote(client);
    }

    Result run(String commandLine) throws IOException {
        try (Session session = client.startSession()) {
            Session.Command command = session.exec(commandLine);
            String out = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            command.join(60, TimeUnit.SECONDS);
            Integer status = command.getExitStatus();
            return new Result(status == null ? -1 : status, out, err);
        }
    }

    void fetch(String remote, Path local) throws IOException {
        try (var sftp = client.newSFTPClient()) {
            sftp.get(remote, local.toString());
        }
    }

    void put(Path local, String remote) throws IOException {
        try (var sftp = client.newSFTPClient()) {
            sftp.put(local.toString(), remote);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
