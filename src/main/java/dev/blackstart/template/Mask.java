package dev.blackstart.template;

import dev.blackstart.runbook.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/// Hides secrets in what hosts print. Compared byte by byte, never by pattern; also over line ends
/// and indentation, in base64 at any alignment, and quoted for a shell or JSON.
public final class Mask {
    private final List<byte[]> needles;
    private final boolean[] first = new boolean[256];

    public Mask(Collection<Secret> secrets) {
        needles = secrets.stream().map(Secret::reveal).flatMap(Disguises::of).toList();
        needles.forEach(needle -> first[needle[0] & 0xff] = true);
    }

    /// A mask for one stream of bytes, from its start.
    public MaskedStream open() {
        return new MaskedStream(this);
    }

    /// A whole text at once.
    public String text(String text) {
        MaskedStream stream = open();
        byte[] begun = stream.accept(text.getBytes(StandardCharsets.UTF_8));
        return new String(begun, StandardCharsets.UTF_8)
                + new String(stream.finish(), StandardCharsets.UTF_8);
    }

    boolean mayBegin(byte b) {
        return first[b & 0xff];
    }

    List<byte[]> needles() {
        return needles;
    }

    @Override
    public String toString() {
        return "mask of " + needles.size() + " forms";
    }
}
