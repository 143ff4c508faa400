package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.JournalView;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a run was opened with, read again from the journal: a later change of the files changes no
/// run.
public final class Frozen {
    /// Begins the names of the runbook's own files.
    public static final String RUNBOOK = "runbook/";

    /// Begins the names of the files of called runbooks, each in a folder of its name.
    private static final String CALLED = "called/";

    /// Where they lie seen from the runbook's folder.
    static final String BESIDE = "../";

    public static final String INVENTORY = "inventory.yaml";

    /// What the site asks of approvals, and the file of allowed signers that it names.
    public static final String POLICY = "policy.yaml";

    public static final String SIGNERS = "allowed_signers";

    private final JournalView journal;

    public Frozen(JournalView journal) {
        this.journal = journal;
    }

    /// The frozen files of a runbook and of those it calls, by the names they are kept under.
    public static Map<String, String> files(Runbook runbook) {
        Map<String, String> files = new TreeMap<>();
        runbook.files().forEach((path, content) -> files.put(name(path), content));
        return files;
    }

    /// The name a file of a runbook is kept under.
    ///
    /// @param path relative to the runbook's folder
    public static String name(String path) {
        return path.startsWith(BESIDE) ? CALLED + path.substring(BESIDE.length()) : RUNBOOK + path;
    }

    public Runbook runbook(RunState state) {
        return again(RunbookReader.read(opened(state).runbook(), texts(state)));
    }

    /// The same with some files changed.
    ///
    /// @param amended new texts by the names the files are kept under
    public Runbook runbook(RunState state, Map<String, String> amended) {
        Map<String, String> texts = texts(state);
        amended.forEach((name, text) -> path(name).ifPresent(path -> texts.put(path, text)));
        return again(RunbookReader.read(opened(state).runbook(), texts));
    }

    /// Where a file that is kept under a name lies, seen from the runbook's folder.
    private static Optional<String> path(String name) {
        if (name.startsWith(RUNBOOK)) {
            return Optional.of(name.substring(RUNBOOK.length()));
        }
        return name.startsWith(CALLED)
                ? Optional.of(BESIDE + name.substring(CALLED.length()))
                : Optional.empty();
    }

    /// The texts the run goes by now, by path relative to its runbook's folder.
    public Map<String, String> texts(RunState state) {
        Map<String, String> files = new TreeMap<>();
        state.takingUps()
                .blobs()
                .forEach((name, sha256) ->
                        path(name).ifPresent(path -> files.put(path, text(name, sha256))));
        return files;
    }

    public Inventory inventory(RunState state) {
        String sha256 = state.takingUps().blobs().get(INVENTORY);
        return sha256 == null
                ? Inventory.EMPTY
                : again(InventoryReader.read(INVENTORY, text(INVENTORY, sha256)));
    }

    /// The policy the run was opened under.
    public Optional<SiteFiles> policy(RunState state) {
        Map<String, String> blobs = state.takingUps().blobs();
        String policy = blobs.get(POLICY);
        String signers = blobs.get(SIGNERS);
        return policy == null || signers == null
                ? Optional.empty()
                : Optional.of(
                        again(
                                PolicyReader.read(
                                        POLICY,
                                        new PolicyReader.Texts(
                                                text(POLICY, policy), text(SIGNERS, signers)))));
    }

    /// Values of all parameters but secrets, checked again as when the run was opened.
    public Map<String, Value> parameters(RunState state) {
        Runbook runbook = runbook(state);
        Map<String, String> given = new TreeMap<>(opened(state).parameters());
        given.replaceAll(
                (name, text) -> text.equals(Secret.MASKED) ? "*".repeat(Secret.SHORTEST) : text);
        return again(ParameterReader.read(runbook, inventory(state), given)).values();
    }

    private static RunEvent.RunOpened opened(RunState state) {
        return state.opened()
                .orElseThrow(() ->
                        new CannotGoOn(
                                ExitCode.JOURNAL,
                                "The run has no first event; blackstart audit verify checks the"
                                        + " journal."));
    }

    private String text(String name, String sha256) {
        try {
            return journal.kept(sha256)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElseThrow(() ->
                            new CannotGoOn(
                                    ExitCode.JOURNAL,
                                    "The journal lost the frozen file "
                                            + name
                                            + "; blackstart audit verify checks it."));
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }

    private static <T> T again(Read<T> read) {
        return Shelf.accepted("what the run was opened with", read);
    }
}
