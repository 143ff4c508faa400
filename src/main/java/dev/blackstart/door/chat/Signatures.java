package dev.blackstart.door.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.reading.ChatSettings;
import dev.blackstart.runbook.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether a request is signed with a shared secret: HMAC-SHA256 over
/// `version:timestamp:body`, <https://docs.slack.dev/authentication/verifying-requests-from-slack>.
/// One that is older or newer than five minutes, or came before, counts no more.
final class Signatures {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern STAMP = Pattern.compile("[0-9]{1,12}");

    /// More signatures in one header are refused, so that nobody makes us compute for nothing.
    private static final int MOST = 10;

    /// Where a request says what.
    ///
    /// @param version such as `v0`
    /// @param several may it bring several signatures with commas between, of which one is right?
    record Scheme(String version, String stamp, String signature, boolean several) {
        static final Scheme SLACK =
                new Scheme("v0", "x-slack-request-timestamp", "x-slack-signature", false);
        static final Scheme OWN =
                new Scheme("v1", "blackstart-timestamp", "blackstart-signature", true);
    }

    private final Scheme scheme;
    private final ChatSettings.Shared secret;
    private final InstantSource clock;
    private final Replays replays;

    Signatures(Scheme scheme, ChatSettings.Shared secret, InstantSource clock) {
        this.scheme = scheme;
        this.secret = secret;
        this.clock = clock;
        this.replays = new Replays(WINDOW.multipliedBy(2));
    }

    /// Takes a request as signed, the first time that it comes.
    boolean takes(Received request) {
        Optional<String> stamp =
                request.header(scheme.stamp()).filter(it -> STAMP.matcher(it).matches());
        List<String> given = given(request);
        Instant now = clock.instant();
        if (stamp.isEmpty() || given.isEmpty() || request.packed() || !near(stamp.get(), now)) {
            return false;
        }
        return right(stamp.get(), given, request.body(), now)
                .filter(signature -> replays.first(signature, now))
                .isPresent();
    }

    private List<String> given(Received request) {
        Pattern form = Pattern.compile(scheme.version() + "=[0-9a-f]{64}");
        List<String> all =
                request.header(scheme.signature()).stream()
                        .flatMap(it ->
                                scheme.several()
                                        ? List.of(it.split(",", -1)).stream()
                                        : List.of(it).stream())
                        .toList();
        boolean wellFormed = all.stream().allMatch(it -> form.matcher(it).matches());
        return wellFormed && all.size() <= MOST ? all : List.of();
    }

    private static boolean near(String stamp, Instant now) {
        long apart = Math.abs(now.getEpochSecond() - Long.parseLong(stamp));
        return apart <= WINDOW.toSeconds();
    }

    /// The one that is right; all are compared whatever comes, each in the same time.
    private Optional<String> right(String stamp, List<String> given, byte[] body, Instant now) {
        Optional<String> right = Optional.empty();
        for (Secret one : secret.at(now)) {
            String wanted = sign(scheme.version(), one, stamp, body);
            for (String signature : given) {
                if (MessageDigest.isEqual(
                        wanted.getBytes(US_ASCII), signature.getBytes(US_ASCII))) {
                    right = Optional.of(signature);
                }
            }
        }
        return right;
    }

    /// What a request is signed with.
    static String sign(String version, Secret secret, String stamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
            mac.update((version + ":" + stamp + ":").getBytes(UTF_8));
            return version + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
