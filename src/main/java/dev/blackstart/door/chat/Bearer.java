package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.reading.ChatSettings;
import dev.blackstart.runbook.Secret;
import java.security.MessageDigest;
import java.time.Instant;

/// Compares a token that came with a request to the one that both sides share.
final class Bearer {
    private Bearer() {}

    static boolean right(ChatSettings.Shared secret, String given, Instant now) {
        boolean right = false;
        for (Secret one : secret.at(now)) {
            right |= MessageDigest.isEqual(one.reveal().getBytes(UTF_8), given.getBytes(UTF_8));
        }
        return right;
    }
}
