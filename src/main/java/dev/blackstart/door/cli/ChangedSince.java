package dev.blackstart.door.cli;

import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Whether the files of a runbook on disk are others than those a run was opened with. The run goes
/// by its own; whoever corrected a file should know.
final class ChangedSince {
    private final Shelf shelf;

    ChangedSince(Shelf shelf) {
        this.shelf = shelf;
    }

    /// @param texts what the run goes by, by path relative to its runbook's folder
    /// @return one sentence; empty when nothing differs or the runbook is not there any more
    Optional<String> of(String runbook, Map<String, String> texts) {
        if (!shelf.names().contains(runbook)
                || !(shelf.read(runbook) instanceof Read.Accepted<Runbook> accepted)) {
            return Optional.empty();
        }
        TreeSet<String> paths = new TreeSet<>(texts.keySet());
        Map<String, String> now = accepted.value().files();
        paths.addAll(now.keySet());
        List<String> changed =
                paths.stream()
                        .filter(path ->
                                !Optional.ofNullable(texts.get(path))
                                        .equals(Optional.ofNullable(now.get(path))))
                        .toList();
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "On disk %s changed since this run was opened (%s); the run goes by what it was opened with. blackstart resume --amend FILE takes a changed command in."
                                .formatted(runbook, String.join(", ", changed)));
    }
}
