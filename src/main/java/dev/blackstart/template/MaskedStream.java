package dev.blackstart.template;

import dev.blackstart.runbook.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One stream of bytes with its secrets replaced by `***`. It keeps back only what may still turn
/// out to be the beginning of a secret. Not for use by several threads.
public final class MaskedStream {
    private static final byte[] STARS = "***".getBytes(StandardCharsets.US_ASCII);

    /// Line ends and blanks skipped within a secret, at most so many at a time.
    private static final int MOST_SKIPPED = 64;

    private static final int NO = 0;
    private static final int MAYBE = -1;

    private final Mask mask;
    private byte[] held = new byte[0];

    /// Bytes at the start of `held` that belong to a secret already begun.
    private int covered;

    private boolean within;

    MaskedStream(Mask mask) {
        this.mask = mask;
    }

    /// @return what can be shown by now
    public byte[] accept(byte[] chunk) {
        if (mask.needles().isEmpty()) {
            return chunk.clone();
        }
        return advance(chunk, false);
    }

    /// @return the rest; a beginning of a secret that is long enough to be one by itself is hidden
    ///   too
    public byte[] finish() {
        return advance(new byte[0], true);
    }

    private byte[] advance(byte[] chunk, boolean last) {
        byte[] bytes = Arrays.copyOf(held, held.length + chunk.length);
        System.arraycopy(chunk, 0, bytes, held.length, chunk.length);
        ByteArrayOutputStream shown = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int length = secretAt(bytes, at, last);
            if (length == MAYBE) {
                break;
            }
            covered = Math.max(covered, length);
            show(bytes[at++], shown);
        }
        held = Arrays.copyOfRange(bytes, at, bytes.length);
        return shown.toByteArray();
    }

    private void show(byte b, ByteArrayOutputStream shown) {
        if (covered == 0) {
            within = false;
            shown.write(b);
            return;
        }
        covered--;
        if (!within) {
            within = true;
            shown.write(STARS, 0, STARS.length);
        }
    }

    /// Length of the longest secret that begins there, or NO, or MAYBE when more bytes could make
    /// one.
    private int secretAt(byte[] bytes, int at, boolean last) {
        if (!mask.mayBegin(bytes[at])) {
            return NO;
        }
        int longest = NO;
        for (byte[] needle : mask.needles()) {
            int length = length(bytes, at, needle, last);
            if (length == MAYBE) {
                return MAYBE;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private static int length(byte[] bytes, int at, byte[] needle, boolean last) {
        int i = at;
        for (int matched = 0; matched < needle.length; matched++) {
            if (matched > 0) {
                i = skip(bytes, i, needle[matched]);
            }
            if (i == bytes.length) {
                return !last ? MAYBE : matched >= Secret.SHORTEST ? i - at : NO;
            }
            if (bytes[i++] != needle[matched]) {
                return NO;
            }
        }
        return i - at;
    }

    /// Over a line end and the indentation after it, unless the secret itself goes on with that
    /// byte.
    private static int skip(byte[] bytes, int from, byte wanted) {
        if (from == bytes.length
                || bytes[from] == wanted
                || bytes[from] != '\n' && bytes[from] != '\r') {
            return from;
        }
        int i = from;
        while (i < bytes.length && i - from < MOST_SKIPPED && " \t\r\n".indexOf(bytes[i]) >= 0) {
            i++;
        }
        return i;
    }
}
