package dev.blackstart.remote;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why there is no answer, as one sentence.
record Silences(ServiceAddress address) {
    ServiceTrouble because(@Nullable Throwable cause) {
        Optional<SSLException> tls = find(cause, SSLException.class);
        if (tls.isPresent()) {
            return certificate(String.valueOf(tls.get().getMessage()).toLowerCase(Locale.ROOT));
        }
        boolean big =
                chain(cause).anyMatch(it -> String.valueOf(it.getMessage()).contains("capacity"));
        return big
                ? strange("What %s answers is far too long for a service; nothing of it was used.")
                : new ServiceTrouble(
                        ServiceTrouble.Kind.SILENT,
                        "The service at %s does not answer (%s); what runs on hosts goes on."
                                .formatted(address, why(cause)));
    }

    private String why(@Nullable Throwable cause) {
        if (find(cause, UnresolvedAddressException.class).isPresent()
                || find(cause, UnknownHostException.class).isPresent()) {
            return "its name is not known here; an IP address needs no DNS";
        }
        if (find(cause, HttpTimeoutException.class).isPresent()
                || find(cause, TimeoutException.class).isPresent()) {
            return "nothing came in time";
        }
        if (find(cause, ConnectException.class).isPresent()) {
            return "nothing listens there";
        }
        return address.uri().getScheme().equals("http")
                ? "the connection broke; it may want https"
                : "the connection broke";
    }

    /// What Java says of certificates names its classes, which helps nobody.
    private ServiceTrouble certificate(String message) {
        if (message.contains("plaintext") || message.contains("unrecognized ssl")) {
            return strange("What listens at %s does not speak TLS; nothing was sent.");
        }
        if (message.contains("subject alternative") || message.contains("no name matching")) {
            return strange(
                    "The certificate of %s is for another name, so nothing was sent; give the name it is for.");
        }
        if (message.contains("validity") || message.contains("expired")) {
            return strange(
                    "The certificate of %s has expired or does not count yet, so nothing was sent; look at the clocks of both machines.");
        }
        return strange(
                message.contains("pkix") || message.contains("certificate_unknown")
                        ? "The certificate of %s is signed by no CA that is trusted here, so nothing was sent; --ca FILE names the CA of a site of its own."
                        : "%s and this program find no way to speak TLS to each other, so nothing was sent.");
    }

    private ServiceTrouble strange(String sentence) {
        return new ServiceTrouble(ServiceTrouble.Kind.STRANGE, sentence.formatted(address));
    }

    private static <T extends Throwable> Optional<T> find(
            @Nullable Throwable cause, Class<T> wanted) {
        return chain(cause).filter(wanted::isInstance).map(wanted::cast).findFirst();
    }

    private static Stream<Throwable> chain(@Nullable Throwable cause) {
        return cause == null
                ? Stream.empty()
                : Stream.concat(Stream.of(cause), chain(cause.getCause()));
    }
}
