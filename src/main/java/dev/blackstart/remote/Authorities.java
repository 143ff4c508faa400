package dev.blackstart.remote;

import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The CA that vouches for a service, where it is a site's own: it alone is trusted then.
final class Authorities {
    private Authorities() {}

    /// @param file PEM, one certificate or more
    static SSLContext in(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (certificates.isEmpty()) {
                throw unusable(file);
            }
            return trusting(certificates);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file);
        }
    }

    private static SSLContext trusting(Collection<? extends Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static ServiceTrouble unusable(Path file) {
        return new ServiceTrouble(
                ServiceTrouble.Kind.USAGE,
                "The file %s has no certificates that can be read; --ca takes those of a CA as PEM."
                        .formatted(Escaped.line(file.toString())));
    }
}
