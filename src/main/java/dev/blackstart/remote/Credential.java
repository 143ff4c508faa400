package dev.blackstart.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.blackstart.view.Escaped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The token a service is asked with. It is shown nowhere.
public record Credential(String token) {
    private static final Pattern SHAPE =
            Pattern.compile("bst_[a-z0-9][a-z0-9-]{0,39}_[0-9a-z]{20,100}");
    private static final int LONGEST = 4096;
    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    /// @param source where it was found, such as `BLACKSTART_TOKEN`
    /// @throws ServiceTrouble `USAGE` when it is no token
    public static Credential of(String text, String source) {
        String token = text.strip();
        if (!SHAPE.matcher(token).matches()) {
            throw usage(
                    "What %s holds is no token of a service; one looks like bst_NAME_… and is made by blackstart token create."
                            .formatted(source));
        }
        return new Credential(token);
    }

    /// @throws ServiceTrouble `USAGE` also when others can read the file
    public static Credential in(Path file) {
        String shown = Escaped.line(file.toString());
        try {
            if (!OWN.containsAll(Files.getPosixFilePermissions(file))) {
                throw usage(
                        "Others can read the token in %s; chmod 600 %s, and revoke it where they may have done so."
                                .formatted(shown, shown));
            }
            return of(content(file), shown);
        } catch (IOException | UnsupportedOperationException e) {
            throw usage("The file %s with the token cannot be read.".formatted(shown));
        }
    }

    private static String content(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new String(stream.readNBytes(LONGEST), US_ASCII);
        }
    }

    private static ServiceTrouble usage(String sentence) {
        return new ServiceTrouble(ServiceTrouble.Kind.USAGE, sentence);
    }

    String header() {
        return "Bearer " + token;
    }

    @Override
    public String toString() {
        return "token";
    }
}
