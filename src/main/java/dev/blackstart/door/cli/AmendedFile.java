package dev.blackstart.door.cli;

import dev.blackstart.view.Escaped;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which file of a run a changed file stands for: that of the same name. Where several runbooks of
/// the run have one of that name, its folder tells, and else it is the run's own.
final class AmendedFile {
    private static final String SCRIPTS = "scripts";

    private final String runbook;
    private final List<String> paths;

    /// @param paths of the run's files, relative to its runbook's folder
    AmendedFile(String runbook, Collection<String> paths) {
        this.runbook = runbook;
        this.paths = paths.stream().sorted().toList();
    }

    /// Relative to the runbook's folder; a script that is new too.
    String place(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        List<String> same = paths.stream().filter(path -> sameName(path, whole)).toList();
        return only(same)
                .or(() -> only(same.stream().filter(it -> whole.endsWith(shown(it))).toList()))
                .or(() -> only(same.stream().filter(it -> !called(it)).toList()))
                .or(() -> newScript(whole))
                .orElseThrow(() -> refusal(file));
    }

    private static boolean sameName(String path, Path file) {
        return Path.of(path).getFileName().equals(file.getFileName());
    }

    private static Optional<String> only(List<String> paths) {
        return paths.size() == 1 ? Optional.of(paths.getFirst()) : Optional.empty();
    }

    private static boolean called(String path) {
        return path.startsWith(Frozen.BESIDE);
    }

    /// With the folder it lies in, as people see it.
    private String shown(String path) {
        return called(path) ? path.substring(Frozen.BESIDE.length()) : runbook + "/" + path;
    }

    private Optional<String> newScript(Path file) {
        Path scripts = file.getParent();
        if (scripts == null || !scripts.endsWith(SCRIPTS)) {
            return Optional.empty();
        }
        Path folder = scripts.getParent();
        String beside = folder == null ? "" : Frozen.BESIDE + folder.getFileName() + "/";
        boolean ofCalled =
                !beside.isEmpty() && paths.stream().anyMatch(path -> path.startsWith(beside));
        return Optional.of((ofCalled ? beside : "") + SCRIPTS + "/" + file.getFileName());
    }

    private CannotGoOn refusal(Path file) {
        return new CannotGoOn(
                ExitCode.REFUSED,
                "%s is no file of this run, which goes by %s; a new script must lie in a folder scripts."
                        .formatted(
                                Escaped.line(file.toString(), 120),
                                String.join(", ", paths.stream().map(this::shown).toList())));
    }
}
