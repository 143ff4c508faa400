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
import java.util.concurrent.atomic.AtomicReference;
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

    private static final System.Logger LOG = System.getLogger("blackstart");

    /// Whoever has one signed request can send it for ever.
    private static final Duration LOG_EVERY = Duration.ofMinutes(1);

    private final AtomicReference<Instant> logged = new AtomicReference<>(Instant.EPOCH);
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

    /// Why a request is not taken; empty for one that is signed, the first time that it comes. Only
    /// who can sign is told more than that it is not known who asks.
    Optional<Reply> refusal(Received request) {
        Optional<String> stamp =
                request.header(scheme.stamp()).filter(it -> STAMP.matcher(it).matches());
        List<String> given = given(request);
        Instant now = clock.instant();
        if (stamp.isEmpty() || given.isEmpty() || request.packed()) {
            return Optional.of(Reply.unsigned());
        }
        Optional<String> right = right(stamp.get(), given, request.body(), now);
        if (right.isEmpty()) {
            return Optional.of(Reply.unsigned());
        }
        long ahead = Long.parseLong(stamp.get()) - now.getEpochSecond();
        if (Math.abs(ahead) > WINDOW.toSeconds()) {
            return Optional.of(Reply.unsigned(skewed(ahead, now)));
        }
        return replays.first(right.get(), now) ? Optional.empty() : Optional.of(Reply.unsigned());
    }

    private String skewed(long ahead, Instant now) {
        String skew =
                "its time is %d s %s this server's clock, and more than %d s counts no more"
                        .formatted(
                                Math.abs(ahead),
                                ahead > 0 ? "ahead of" : "behind",
                                WINDOW.toSeconds());
        Instant before = logged.get();
        if (!now.isBefore(before.plus(LOG_EVERY)) && logged.compareAndSet(before, now)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A request with a right {0} was refused: {1}; timedatectl says whether this machine''s clock is kept.",
                    scheme.signature(),
                    skew);
        }
        return "The signature is right, but the request was not taken: %s; set the clock that is wrong, and send it again."
                .formatted(skew);
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
