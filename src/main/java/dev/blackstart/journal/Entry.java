package dev.blackstart.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// One line of the journal as it is stored; what the hash chain is made of.
///
/// @param at the instant as text, exactly as it was hashed
/// @param json the event, ASCII, on one line; a character stands for each byte, so that a forged
///   line loses nothing either
/// @param hash lower-case hex
public record Entry(long sequence, String at, String json, String hash) {
    static Entry of(long sequence, String at, byte[] json, String hash) {
        return new Entry(sequence, at, new String(json, ISO_8859_1), hash);
    }

    /// The event as it was hashed.
    public byte[] bytes() {
        return json.getBytes(ISO_8859_1);
    }
}
