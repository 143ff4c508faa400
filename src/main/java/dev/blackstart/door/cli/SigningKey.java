package dev.blackstart.door.cli;

import dev.blackstart.policy.Member;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.policy.SshKeygen;
import dev.blackstart.policy.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The key a person signs with: the one they name, else the one of their agent, else the one in
/// their `.ssh`, that the policy knows as theirs.
record SigningKey(Surroundings surroundings, SiteFiles site, Member member, Optional<Path> named) {
    SshKeygen.Result sign(Statement statement) {
        SshKeygen keygen = new SshKeygen(surroundings.env());
        if (named.isPresent()) {
            return keygen.sign(surroundings.cwd().resolve(named.get()), statement);
        }
        List<String> theirs = site.signers().keys(member.principal());
        Optional<String> agent =
                keygen.agentKeys().stream()
                        .filter(theirs::contains)
                        .findFirst()
                        .or(() -> certificate(keygen));
        if (agent.isPresent()) {
            return byAgent(keygen, agent.get(), statement);
        }
        return inHome(theirs)
                .map(file -> keygen.sign(file, statement))
                .orElseGet(() ->
                        new SshKeygen.Result.Refused(
                                "no key of your agent or your .ssh is one of %s in the allowed signers of this run; name the key with --key FILE"
                                        .formatted(member.name())));
    }

    /// Whether it names this person is for whoever checks the signature.
    private Optional<String> certificate(SshKeygen keygen) {
        return site.signers().certified()
                ? keygen.agentCertificates().stream().findFirst()
                : Optional.empty();
    }

    /// The agent is told which of its keys by a file with the public part.
    private static SshKeygen.Result byAgent(SshKeygen keygen, String key, Statement statement) {
        try {
            Path file = Files.createTempFile("blackstart-key", ".pub");
            try {
                return keygen.sign(Files.writeString(file, key + "\n"), statement);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            return new SshKeygen.Result.Refused("no file could be written: " + e.getMessage());
        }
    }

    private Optional<Path> inHome(List<String> theirs) {
        String home = surroundings.env().get("HOME");
        if (home == null || !Files.isDirectory(Path.of(home, ".ssh"))) {
            return Optional.empty();
        }
        for (Path file : publicKeys(Path.of(home, ".ssh"))) {
            String name = file.getFileName().toString();
            Path key = file.resolveSibling(name.substring(0, name.length() - ".pub".length()));
            if (theirs.contains(content(file)) && Files.isReadable(key)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static List<Path> publicKeys(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pub")).sorted().toList();
        } catch (IOException e) {
            return new ArrayList<>();
        }
    }

    /// Type and base64.
    private static String content(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return words.length < 2 ? "" : words[0] + " " + words[1];
        } catch (IOException e) {
            return "";
        }
    }
}
