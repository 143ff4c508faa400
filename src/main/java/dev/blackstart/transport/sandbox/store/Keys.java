package dev.blackstart.transport.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The keys and the revision, which grows with every change.
final class Keys {
    private static final int AT_START = 40;

    private final Map<String, String> values = new TreeMap<>();
    private long revision = 81_230;

    Keys() {
        for (int i = 0; i < AT_START; i++) {
            values.put("/registry/configmaps/default/settings-" + i, "value-" + i);
        }
    }

    synchronized int count() {
        return values.size();
    }

    synchronized long revision() {
        return revision;
    }

    synchronized String get(String key) {
        String value = values.get(key);
        return value == null ? "" : key + "\n" + value;
    }

    synchronized String put(String key, String value) {
        values.put(key, value);
        revision++;
        return "OK";
    }

    /// Header, revision, one line a key, and the SHA-256 of all that in the last line.
    synchronized String snapshot() {
        StringBuilder text = new StringBuilder("sandbox store snapshot 1\n");
        text.append("revision ").append(revision).append('\n');
        values.forEach((key, value) -> text.append("key ").append(key).append(' ').append(value).append('\n'));
        return text + "sha256 " + digest(text.toString());
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
