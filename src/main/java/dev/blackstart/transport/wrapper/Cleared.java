package dev.blackstart.transport.wrapper;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// A stream without the words that the wrapper put into it.
final class Cleared {
    private Cleared() {}

    /// Count and digest of what is left, where the text is all that came; else those of what came.
    /// The side file is as received.
    static Kept of(String left, Kept received) {
        if (!whole(received)) {
            return new Kept(left, received.bytes(), received.sha256(), received.blob());
        }
        Kept counted = said(left);
        return left.isEmpty()
                ? counted
                : new Kept(left, counted.bytes(), counted.sha256(), received.blob());
    }

    /// A text that is all there is of a stream.
    static Kept said(String text) {
        return text.isEmpty()
                ? Kept.NOTHING
                : new Kept(
                        text,
                        text.getBytes(StandardCharsets.UTF_8).length,
                        digest(text),
                        Optional.empty());
    }

    /// Is the text all that the host sent: nothing cut, nothing masked, nothing replaced?
    static boolean whole(Kept kept) {
        return digest(kept.text()).equals(kept.sha256());
    }

    private static String digest(String text) {
        return HexFormat.of()
                .formatHex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
