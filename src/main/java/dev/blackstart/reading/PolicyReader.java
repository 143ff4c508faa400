package dev.blackstart.reading;

import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Signers;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.shape.Conformance;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.Read;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a site's policy with the files that it names, and what is doubtful about them together.
public final class PolicyReader {
    /// The usual name, beside the runbooks.
    public static final String USUAL = "policy.yaml";

    /// What is asked to know the texts of a policy again.
    ///
    /// @param policy its text
    /// @param signers the text of its file of allowed signers
    public record Texts(String policy, String signers) {}

    private PolicyReader() {}

    /// @param file with what it names beside it
    public static Read<SiteFiles> read(Path file) {
        return switch (texts(file)) {
            case Read.Accepted<Texts> it -> read(file.toString(), it.value(), Optional.of(file));
            case Read.Refused<Texts> refused -> new Read.Refused<>(refused.problems());
        };
    }

    /// The texts to freeze.
    public static Read<Texts> texts(Path file) {
        Problems problems = new Problems();
        Optional<String> policy = problems.take(TextFile.read(file));
        Optional<String> signers =
                policy.map(text -> signers(file.toString(), text))
                        .flatMap(name -> problems.take(TextFile.read(file.resolveSibling(name))));
        return problems.of(signers.map(text -> new Texts(policy.orElseThrow(), text)));
    }

    /// The name of the file of signers, even of a policy that is refused for something else.
    private static String signers(String fileName, String text) {
        return Yaml.parse(fileName, text)
                .tree()
                .flatMap(root -> Entries.of(root).text("signers"))
                .filter(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*"))
                .orElse(PolicyBuilder.SIGNERS);
    }

    /// As frozen: keys that were revoked are looked up where they are now, not here.
    public static Read<SiteFiles> read(String fileName, Texts texts) {
        return read(fileName, texts, Optional.empty());
    }

    private static Read<SiteFiles> read(String fileName, Texts texts, Optional<Path> place) {
        Problems problems = new Problems();
        Optional<Node> root = problems.take(Yaml.parse(fileName, texts.policy()));
        if (root.isEmpty()) {
            return problems.of(Optional.empty());
        }
        problems.add(Conformance.of(root.get(), new Shape.Fields(PolicyTables.POLICY), "a policy"));
        Entries entries = Entries.of(root.get());
        Policy policy = new PolicyBuilder(entries, problems).build();
        Signers signers = new Signers(texts.signers());
        new SignersLint(entries, policy, signers, problems).check();
        return problems.of(
                Optional.of(
                        new SiteFiles(
                                policy,
                                signers,
                                place.flatMap(
                                        file -> policy.revoked().map(file::resolveSibling)))));
    }
}
