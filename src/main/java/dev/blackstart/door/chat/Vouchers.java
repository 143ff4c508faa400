package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.runbook.Secret;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks what we offered in a chat, so that we know it when it comes back, and until when it
/// counts: `SECONDS.v1=HEX`, an HMAC over both. Mattermost does not sign clicks; what it keeps from
/// everybody else is the context of a button.
///
/// @param key ours alone; nobody else is ever told
record Vouchers(Secret key, InstantSource clock) {
    private static final Pattern VOUCHER = Pattern.compile("([0-9]{1,12})\\.(v1=[0-9a-f]{64})");

    String of(String text, Instant until) {
        String seconds = Long.toString(until.getEpochSecond());
        return seconds + "." + sign(text, seconds);
    }

    /// Until when it counts, or counted; empty when we made no such voucher for this text.
    Optional<Instant> until(String text, String voucher) {
        Matcher parts = VOUCHER.matcher(voucher);
        return parts.matches() && same(sign(text, parts.group(1)), parts.group(2))
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts.group(1))))
                : Optional.empty();
    }

    /// Is that moment over?
    boolean over(Instant until) {
        return !clock.instant().isBefore(until);
    }

    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(US_ASCII), given.getBytes(US_ASCII));
    }

    private String sign(String text, String seconds) {
        return Signatures.sign("v1", key, "voucher:" + seconds, text.getBytes(UTF_8));
    }
}
