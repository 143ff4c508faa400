package dev.blackstart.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/// SHA-256 over what an approval is bound to. Every part is preceded by its length, so that no two
/// different lists of parts give the same bytes.
public final class Digests {
    /// Nothing is ever added to it: copies are, since asking for a new one takes longer than most
    /// of what is hashed.
    private static final MessageDigest EMPTY = empty();

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// A SHA-256 to which nothing was added yet.
    public static MessageDigest begun() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of every JDK can be copied", e);
        }
    }

    private Digests() {}

    public static String of(List<String> parts) {
        MessageDigest sha256 = begun();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /// SHA-256 (hex) of a text in UTF-8.
    public static String sha256(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(begun().digest(bytes));
    }

    /// The digest of one command as prepared, whatever the order of its variables: they come back
    /// from the journal by name.
    public static String of(Prepared prepared) {
        List<String> env = new ArrayList<>();
        new TreeMap<>(prepared.env()).forEach((name, value) -> env.addAll(List.of(name, value)));
        List<String> parts =
                new ArrayList<>(
                        List.of(
                                prepared.host().value(),
                                prepared.label(),
                                prepared.text(),
                                of(env),
                                Boolean.toString(prepared.sudo()),
                                prepared.stdin().orElse(""),
                                prepared.timeout().toString(),
                                Long.toString(prepared.outputLimit())));
        prepared.upload().ifPresent(upload -> parts.addAll(upload.parts()));
        return of(parts);
    }
}
