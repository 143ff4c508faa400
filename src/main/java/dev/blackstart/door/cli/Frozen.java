package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import dev.blackstart.runbook.Value;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What a run was opened with, read again from the journal: a later change of the files changes no
/// run.
public final class Frozen {
    /// Begins the names of the runbook's own files.
    public static final String RUNBOOK = "runbook/";

    /// Begins the names of the files of called runbooks, each in a folder of its name.
    private static final String CALLED = "called/";

    /// Where they lie seen from the runbook's folder.
    private static final String BESIDE = "../";

    public static final String INVENTORY = "inventory.yaml";

    private final Journal journal;

    public Frozen(Journal journal) {
        this.journal = journal;
    }

    /// The frozen files of a runbook and of those it calls, by the names they are kept under.
    public static Map<String, String> files(Runbook runbook) {
        Map<String, String> files = new TreeMap<>();
        runbook.files()
                .forEach((path, content) ->
                        files.put(
                                path.startsWith(BESIDE)
                                        ? CALLED + path.substring(BESIDE.length())
                                        : RUNBOOK + path,
                                content));
        return files;
    }

    public Runbook runbook(RunState state) {
        Map<String, String> files = new TreeMap<>();
        opened(state)
                .blobs()
                .forEach((name, sha256) -> {
                    if (name.startsWith(RUNBOOK)) {
                        files.put(name.substring(RUNBOOK.length()), text(name, sha256));
                    } else if (name.startsWith(CALLED)) {
                        files.put(BESIDE + name.substring(CALLED.length()), text(name, sha256));
                    }
                });
        return again(RunbookReader.read(opened(state).runbook(), files));
    }

    public Inventory inventory(RunState state) {
        String sha256 = opened(state).blobs().get(INVENTORY);
        return sha256 == null
                ? Inventory.EMPTY
                : again(InventoryReader.read(INVENTORY, text(INVENTORY, sha256)));
    }

    /// Values of all parameters but secrets, checked again as when the run was opened.
    public Map<String, Value> parameters(RunState state) {
        Runbook runbook = runbook(state);
        Map<String, String> given = new TreeMap<>(opened(state).parameters());
        given.replaceAll((name, text) -> text.equals("***") ? "*".repeat(Secret.SHORTEST) : text);
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
