package dev.blackstart.reading;

import dev.blackstart.reading.yaml.Characters;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what is wrong while a file is read, so that all of it is said at once.
final class Problems {
    /// More problems of one file than these are not listed; who corrects these sees the rest.
    private static final int MOST = 200;

    private final List<Problem> found = new ArrayList<>();

    void error(Position position, String rule, String message) {
        found.add(Problem.error(position, rule, message));
    }

    void warn(Position position, String rule, String message) {
        found.add(Problem.warning(position, rule, message));
    }

    void add(List<Problem> problems) {
        found.addAll(problems);
    }

    /// What was read, if it was; its problems are kept either way.
    <T> Optional<T> take(Read<T> read) {
        found.addAll(read.problems());
        return switch (read) {
            case Read.Accepted<T> accepted -> Optional.of(accepted.value());
            case Read.Refused<T> refused -> Optional.empty();
        };
    }

    /// The tree, if there is one; its problems are kept either way.
    Optional<Node> take(Yaml.Parsed parsed) {
        found.addAll(parsed.problems());
        return parsed.tree();
    }

    /// A message that repeats what was written shows hidden characters by their code.
    private static Problem visible(Problem problem) {
        String message = Characters.visible(problem.message());
        return new Problem(problem.position(), problem.severity(), problem.rule(), message);
    }

    boolean refused() {
        return found.stream().anyMatch(Problem::isError);
    }

    /// Accepted when a value was made and nothing was an error.
    <T> Read<T> of(Optional<T> value) {
        List<Problem> distinct =
                found.stream().map(Problems::visible).distinct().sorted().limit(MOST).toList();
        if (value.isPresent() && !refused()) {
            return new Read.Accepted<>(value.get(), distinct);
        }
        if (!refused()) {
            throw new IllegalStateException("nothing was read and no problem was named");
        }
        return new Read.Refused<>(distinct);
    }
}
