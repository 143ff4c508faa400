package dev.blackstart.transport;

import dev.blackstart.run.Kept;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/// One stream of one command while it arrives: counted and hashed as sent, masked, and kept within
/// bounds. A full disk costs the file, never the command.
public final class OutputSink {
    private final OutputStore store;
    private final Masking.Filter mask;
    private final long limit;
    private final MessageDigest raw = Digests.sha256();
    private final HeadAndTail shown = new HeadAndTail();
    private Optional<SideFile> file = Optional.empty();
    private Optional<Kept> kept = Optional.empty();
    private boolean failed;
    private long bytes;

    OutputSink(OutputStore store, Masking.Filter mask, long limit) {
        this.store = store;
        this.mask = mask;
        this.limit = Math.max(limit, HeadAndTail.HEAD + HeadAndTail.TAIL);
    }

    /// Bytes that come after `end` are dropped.
    public synchronized void write(byte[] chunk) {
        if (kept.isEmpty()) {
            bytes += chunk.length;
            raw.update(chunk);
            add(mask.pass(chunk));
        }
    }

    /// What was kept; the stream takes nothing more.
    public synchronized Kept end() {
        if (kept.isEmpty()) {
            add(mask.end());
            kept = Optional.of(kept());
        }
        return kept.get();
    }

    private Kept kept() {
        if (bytes == 0) {
            return Kept.NOTHING;
        }
        Optional<String> blob = file.flatMap(this::named);
        return new Kept(shown.text(), bytes, HexFormat.of().formatHex(raw.digest()), blob);
    }

    private void add(byte[] masked) {
        shown.add(masked);
        if (failed || masked.length == 0 || shown.bytes() > limit) {
            return;
        }
        try {
            if (file.isEmpty()) {
                file = Optional.of(new SideFile(store));
            }
            file.get().add(masked);
        } catch (IOException e) {
            failed = true;
        }
    }

    private Optional<String> named(SideFile file) {
        if (!failed) {
            try {
                if (shown.bytes() > limit) {
                    file.replace(shown.whole());
                }
                return Optional.of(file.keep());
            } catch (IOException e) {
                failed = true;
            }
        }
        file.discard();
        return Optional.empty();
    }
}
