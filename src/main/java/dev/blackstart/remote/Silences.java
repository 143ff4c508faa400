package dev.blackstart.remote;

import dev.blackstart.view.Escaped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why there is no answer, as one sentence.
record Silences(ServiceAddress address) {
    private static final int LONGEST = 120;

    ServiceTrouble because(@Nullable Throwable cause) {
        for (Throwable it = cause; it != null; it = it.getCause()) {
            if (it instanceof SSLException) {
                return certificate(String.valueOf(it.getMessage()));
            }
            if (it instanceof UnresolvedAddressException || it instanceof UnknownHostException) {
                return silent("its name is not known here; an IP address needs no DNS");
            }
            if (it instanceof HttpTimeoutException || it instanceof TimeoutException) {
                return silent("nothing came in time");
            }
            if (it instanceof ConnectException) {
                return silent("nothing listens there");
            }
        }
        String message = cause == null ? "" : String.valueOf(cause.getMessage());
        return message.toLowerCase(Locale.ROOT).contains("capacity")
                ? new ServiceTrouble(
                        ServiceTrouble.Kind.STRANGE,
                        "What %s answers is far too long for a service; nothing of it was used."
                                .formatted(address))
                : silent("the connection broke");
    }

    private ServiceTrouble certificate(String message) {
        boolean plain = message.contains("plaintext") || message.contains("Unrecognized");
        return new ServiceTrouble(
                ServiceTrouble.Kind.STRANGE,
                plain
                        ? "What listens at %s does not speak TLS; nothing was sent."
                                .formatted(address)
                        : "The certificate of %s is not trusted, and nothing was sent (%s); --ca FILE names the CA of a site of its own."
                                .formatted(address, Escaped.line(message, LONGEST)));
    }

    private ServiceTrouble silent(String why) {
        return new ServiceTrouble(
                ServiceTrouble.Kind.SILENT,
                "The service at %s does not answer (%s); what it carries out goes on without this terminal."
                        .formatted(address, why));
    }
}
