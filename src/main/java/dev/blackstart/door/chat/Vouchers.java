package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.reading.ChatSettings;
import dev.blackstart.runbook.Secret;
import java.security.MessageDigest;
import java.time.InstantSource;

/// Marks what we gave to a chat, so that we know it when it comes back. Mattermost does not sign
/// clicks; what it keeps from everybody else is the context of a button.
final class Vouchers {
    private final ChatSettings.Shared secret;
    private final InstantSource clock;

    Vouchers(ChatSettings.Shared secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    String of(String text) {
        return sign(secret.now(), text);
    }

    boolean right(String text, String voucher) {
        boolean right = false;
        for (Secret one : secret.at(clock.instant())) {
            right |=
                    MessageDigest.isEqual(
                            sign(one, text).getBytes(US_ASCII), voucher.getBytes(UTF_8));
        }
        return right;
    }

    private static String sign(Secret secret, String text) {
        return Signatures.sign("v1", secret, "voucher", text.getBytes(UTF_8));
    }
}
