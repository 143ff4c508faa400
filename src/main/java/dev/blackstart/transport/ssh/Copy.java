package dev.blackstart.transport.ssh;

import dev.blackstart.transport.Digests;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ScheduledExecutorService;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.FileMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.SFTPClient;

/// Copies one file off a host over SFTP: into `NAME.part` first, renamed when it is whole.
final class Copy {
    private static final int REQUESTS_AHEAD = 16;
    private static final int CHUNK = 32 * 1024;

    private final Fetch fetch;
    private final long largest;
    private final Path part;

    Copy(Fetch fetch, long largest) {
        this.fetch = fetch;
        this.largest = largest;
        this.part = fetch.local().resolveSibling(fetch.local().getFileName() + ".part");
    }

    FetchResult over(Connection connection, ScheduledExecutorService clock) {
        Alarm alarm = new Alarm(clock, fetch.within(), () -> {});
        try (alarm;
                SFTPClient sftp = connection.ask(SSHClient::newSFTPClient);
                RemoteFile remote = sftp.open(fetch.remote())) {
            if (remote.fetchAttributes().getType() != FileMode.Type.REGULAR) {
                return failed("it is not a regular file");
            }
            if (remote.length() > largest) {
                return failed(
                        "it is %,d bytes long, at most %,d are copied"
                                .formatted(remote.length(), largest));
            }
            return write(remote);
        } catch (IOException e) {
            return failed(
                    alarm.rang()
                            ? "it took longer than " + Spoken.of(fetch.within())
                            : Spoken.of(e));
        } finally {
            discard();
        }
    }

    private FetchResult write(RemoteFile remote) throws IOException {
        MessageDigest digest = Digests.sha256();
        Files.createDirectories(fetch.local().toAbsolutePath().getParent());
        long bytes = 0;
        try (InputStream in = remote.new ReadAheadRemoteFileInputStream(REQUESTS_AHEAD);
                OutputStream out = Files.newOutputStream(part)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                bytes += n;
                if (bytes > largest) {
                    return failed("it grew beyond %,d bytes".formatted(largest));
                }
                digest.update(chunk, 0, n);
                out.write(chunk, 0, n);
            }
        }
        if (bytes < remote.length()) {
            return failed("only %,d of %,d bytes came".formatted(bytes, remote.length()));
        }
        Files.move(part, fetch.local(), StandardCopyOption.REPLACE_EXISTING);
        return new FetchResult.Copied(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private FetchResult failed(String why) {
        return new FetchResult.NotCopied(
                "%s on %s was not copied: %s".formatted(fetch.remote(), fetch.host().name(), why));
    }

    private void discard() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // a `.part` file left behind is never taken for the copy
        }
    }
}
