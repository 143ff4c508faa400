package dev.blackstart.journal.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Ed25519 key (RFC 8032) that signs exports: one PEM file with the private key (PKCS #8) and
/// the public key (X.509), as `openssl` reads them, mode 0600.
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /// The key in a file; made when there is none.
    ///
    /// @throws IOException with one sentence when the file cannot be read, written, or holds
    ///   something else
    public static SigningKey at(Path file) throws IOException {
        try {
            return Files.exists(file) ? read(file) : made(file);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    file
                            + " is not a signing key of this tool (an Ed25519 private and public key"
                            + " in PEM); move it away and one is made",
                    e);
        }
    }

    private static SigningKey made(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String text =
                pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                        + pem("PUBLIC KEY", pair.getPublic().getEncoded());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Set<StandardOpenOption> anew =
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var mine =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, anew, mine)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(US_ASCII)));
        } catch (FileAlreadyExistsException another) {
            return read(file); // somebody exports at the same moment
        }
        return new SigningKey(pair.getPrivate(), pair.getPublic());
    }

    private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, US_ASCII);
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new SigningKey(
                factory.generatePrivate(new PKCS8EncodedKeySpec(part("PRIVATE KEY", text))),
                factory.generatePublic(new X509EncodedKeySpec(part("PUBLIC KEY", text))));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, PEM.encodeToString(content), kind);
    }

    private static byte[] part(String kind, String text) {
        Matcher part =
                Pattern.compile("-----BEGIN " + kind + "-----(.*?)-----END", Pattern.DOTALL)
                        .matcher(text);
        if (!part.find()) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(part.group(1));
    }

    /// The signature over the bytes themselves, 64 bytes.
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with " + ALGORITHM, e);
        }
    }

    public String publicPem() {
        return pem("PUBLIC KEY", open.getEncoded());
    }

    /// SHA-256 over the public key in DER, hex: what two people compare by voice.
    public String fingerprint() {
        return HexFormat.of().formatHex(Sha256.of(open.getEncoded()));
    }
}
