package dev.blackstart.testing;

import dev.blackstart.policy.SignedStatement;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.policy.SshKeygen;
import dev.blackstart.policy.Statement;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.runbook.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A site with a policy in a folder, and people who have keys made by `ssh-keygen`.
public final class Site {
    private static final Map<String, String> ENV = Map.of("PATH", System.getenv("PATH"));

    private final Path folder;

    public Site(Path folder, String... people) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            StringBuilder signers = new StringBuilder();
            for (String person : people) {
                Path key = Keygen.make(key(person), "ed25519", "");
                signers.append(person).append(' ').append(publicKey(key)).append('\n');
            }
            Files.writeString(folder.resolve("allowed_signers"), signers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path key(String person) {
        return folder.resolve("key-" + person);
    }

    public String publicKey(String person) {
        return publicKey(key(person));
    }

    private static String publicKey(Path key) {
        try {
            return Files.readString(Keygen.publicPart(key)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return folder.resolve("policy.yaml");
    }

    public Site policy(String yaml) {
        return write("policy.yaml", yaml);
    }

    public Site signers(String text) {
        return write("allowed_signers", text);
    }

    public Site write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SiteFiles files() {
        return switch (PolicyReader.read(file())) {
            case Read.Accepted<SiteFiles> it -> it.value();
            case Read.Refused<SiteFiles> refused ->
                    throw new AssertionError("the policy was refused: " + refused.problems());
        };
    }

    /// As it stands now, if it can be read.
    public Optional<SiteFiles> now() {
        return PolicyReader.read(file()) instanceof Read.Accepted<SiteFiles> it
                ? Optional.of(it.value())
                : Optional.empty();
    }

    public static SshKeygen keygen() {
        return new SshKeygen(ENV);
    }

    public static SignedStatement signed(Statement statement, Path key) {
        return switch (keygen().sign(key, statement)) {
            case SshKeygen.Result.Done it -> new SignedStatement(statement, it.text());
            case SshKeygen.Result.Refused no -> throw new AssertionError(no.why());
        };
    }
}
