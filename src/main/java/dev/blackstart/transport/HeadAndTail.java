package dev.blackstart.transport;

import dev.blackstart.run.Kept;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// The first 256 KiB and the last 768 KiB of a stream, and how much lies between. Memory grows with
/// what arrives, up to 1 MiB.
public final class HeadAndTail {
    static final int HEAD = 256 * 1024;
    static final int TAIL = 768 * 1024;

    /// No character takes more than four bytes.
    private static final int SHORTEST_CUT = (HEAD + TAIL) / 4;

    private static final Pattern GAP =
            Pattern.compile("\n\\[\\.\\.\\. [^\n]{1,40} bytes not kept \\.\\.\\.]\n");

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private byte[] ring = new byte[0];
    private long after;

    void add(byte[] chunk) {
        int toHead = Math.min(chunk.length, HEAD - head.size());
        head.write(chunk, 0, toHead);
        int from = toHead;
        while (from < chunk.length) {
            grow(chunk.length - from);
            int at = (int) (after % TAIL);
            int length = Math.min(chunk.length - from, Math.min(TAIL - at, ring.length - at));
            System.arraycopy(chunk, from, ring, at, length);
            from += length;
            after += length;
        }
    }

    private void grow(int coming) {
        long wanted = Math.min(TAIL, after + coming);
        if (ring.length < wanted) {
            ring = Arrays.copyOf(ring, (int) Math.min(TAIL, Math.max(wanted, 2L * ring.length)));
        }
    }

    long bytes() {
        return head.size() + after;
    }

    long dropped() {
        return Math.max(0, after - TAIL);
    }

    /// Head, a line that says how much is missing, and tail.
    byte[] whole() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toByteArray());
        if (dropped() > 0) {
            all.writeBytes(
                    "\n[... %,d bytes not kept ...]\n"
                            .formatted(dropped())
                            .getBytes(StandardCharsets.UTF_8));
            int cut = (int) (after % TAIL);
            all.write(ring, cut, TAIL - cut);
            all.write(ring, 0, cut);
        } else {
            all.write(ring, 0, (int) after);
        }
        return all.toByteArray();
    }

    /// Does the text of a stream lack what lay between head and tail?
    public static boolean cut(Kept kept) {
        return kept.text().length() >= SHORTEST_CUT && GAP.matcher(kept.text()).find();
    }

    /// As UTF-8; what is none becomes U+FFFD.
    String text() {
        return new String(whole(), StandardCharsets.UTF_8);
    }
}
