package dev.blackstart.door.cli;

import dev.blackstart.journal.export.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The key that signs what leaves the journal.
final class SigningOption {
    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Ed25519 key in PEM that signs; made when it is not there (default:"
                            + " signing-key.pem beside the journal).")
    @Nullable Path file;

    SigningKey key(Surroundings surroundings, Places places) {
        Path place =
                file == null
                        ? places.journal().resolve("signing-key.pem")
                        : surroundings.cwd().resolve(file);
        try {
            return SigningKey.at(place);
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED, "The signing key cannot be used: " + e.getMessage() + ".");
        }
    }
}
