package dev.blackstart.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// What is real in the served house: a policy, people who have keys made by `ssh-keygen`, and one
/// host, `a`, with runbooks that act there. Drills have nothing to do with it.
public final class ServedSite {
    private static final String POLICY =
            """
            people:
              anna: {}
              bo: { logins: [ robert ] }
              cy: {}
            approvals:
              mutate: { accepts: [ signature, token ] }
              disrupt: { approvers: [ bo ], accepts: [ signature, web, token ] }
              irreversible: { people: 2, approvers: [ bo, cy ], exclude_requester: true }
            """;

    private static final String CHECKED =
            """
            runbook: %s
            title: A test
            steps:
              - check: look
                on: a
                run: test -d /
                findings: { sick: exit == 0 }
              - action: mend
                on: a
                risk: %s
                requires: any(sick)
                timeout: 60s
                run: %s
            """;

    private static final String LENDING =
            """
            runbook: %2$s
            title: A loan
            parameters:
              password: { type: secret }
            steps:
              - check: look
                on: a
                run: cat %1$s/upstream
                timeout: 10s
                findings: { emergency: 'lines[0] == "ours"' }
              - action: lend
                on: a
                risk: mutate
                run: read -r word; echo "$word" > %1$s/word; echo ours > %1$s/upstream
                stdin: password
                timeout: 20s
                undo: { run: 'echo "$ORIGINAL" > %1$s/upstream' }
                loan: { due: 24h, repaid_when: "none(emergency)", capture: { run: cat %1$s/upstream } }
            """;

    private final Path folder;

    /// @param folder with `books`, the runbooks and the inventory of a house, and nothing else
    ServedSite(Path folder) {
        this.folder = folder;
    }

    /// A runbook that lends `upstream` in the folder, which says "theirs", and writes the secret it
    /// is given into `word`.
    public static String lending(String name, Path folder) {
        return LENDING.formatted(folder, name);
    }

    /// Where everything of the running one is.
    public static Path folder() {
        return Objects.requireNonNull(Asking.state().getParent());
    }

    /// The host; its key is pinned, and ours is let in.
    RealSshd open() throws IOException {
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        RealSshd host = RealSshd.start(folder.resolve("sshd"), Keygen.publicPart(key));
        Path books = folder.resolve("books");
        new Site(books, "anna", "bo", "cy").policy(POLICY);
        Files.writeString(folder.resolve("upstream"), "theirs\n");
        book("lend", lending("lend", folder));
        book("erase", CHECKED.formatted("erase", "irreversible", effect("erased")));
        book("shake", CHECKED.formatted("shake", "disrupt", effect("shaken")));
        book(
                "slow",
                CHECKED.formatted(
                        "slow",
                        "mutate",
                        "echo on > %1$s/begun; sleep 3; echo once >> %1$s/done".formatted(folder)));
        inventory(books.resolve("inventory.yaml"), host);
        return host;
    }

    private String effect(String name) {
        return "test -e /nowhere || echo %s >> %s/effects".formatted(name, folder);
    }

    private void book(String name, String text) throws IOException {
        Path book = Files.createDirectories(folder.resolve("books").resolve(name));
        Files.writeString(book.resolve("runbook.yaml"), text);
    }

    private static void inventory(Path file, RealSshd sshd) throws IOException {
        Files.writeString(
                file, Files.readString(file).replaceFirst("hosts:\n", sshd.inventory("a")));
    }

    /// The command line beside its journal, which carries runs out by itself.
    public static List<String> beside() {
        Path books = folder().resolve("books");
        return List.of(
                "--journal", folder().resolve("state").toString(),
                "--runbooks", books.toString(),
                "--identity", folder().resolve("key").toString());
    }
}
