package dev.blackstart.journal.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.journal.ChainCopy;
import dev.blackstart.journal.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The chains of runs as plain files, and one signature over all their heads:
///
/// ```text
/// chains/RUN.chain     hash, sequence, instant and JSON of each event, one a line
/// heads.txt            one line a run: its id, how many events, the hash of the last
/// heads.txt.sig        Ed25519 over heads.txt, 64 bytes
/// signing-key.pub.pem  the public key
/// verify.sh            checks all of it with openssl and sha256sum
/// ```
public final class ChainFiles {
    private ChainFiles() {}

    /// @param at when they were taken out of the journal
    public static Map<String, byte[]> of(List<ChainCopy> chains, SigningKey key, Instant at) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        StringBuilder heads = new StringBuilder("# taken out of the journal at " + at + "\n");
        for (ChainCopy chain : chains) {
            files.put("chains/" + chain.run() + ".chain", lines(chain));
            heads.append(
                    "%s %d %s%s\n"
                            .formatted(
                                    chain.run(),
                                    chain.entries().size(),
                                    chain.hash(),
                                    chain.damage().isPresent() ? " damaged" : ""));
        }
        byte[] signed = heads.toString().getBytes(UTF_8);
        files.put("heads.txt", signed);
        files.put("heads.txt.sig", key.sign(signed));
        files.put("signing-key.pub.pem", key.publicPem().getBytes(UTF_8));
        files.put("verify.sh", script());
        return files;
    }

    private static byte[] lines(ChainCopy chain) {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : chain.entries()) {
            lines.append(entry.hash())
                    .append(' ')
                    .append(entry.sequence())
                    .append(' ')
                    .append(entry.at())
                    .append(' ')
                    .append(entry.json())
                    .append('\n');
        }
        return lines.toString().getBytes(ISO_8859_1);
    }

    private static byte[] script() {
        try (InputStream in = ChainFiles.class.getResourceAsStream("verify.sh")) {
            if (in == null) {
                throw new IllegalStateException("verify.sh is not in this program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
