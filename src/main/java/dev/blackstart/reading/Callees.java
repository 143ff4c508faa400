package dev.blackstart.reading;

import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.RunbookName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the runbooks that one calls, each once, however deep; a call that leads back is refused.
final class Callees {
    /// Calls within calls; who needs more has lost sight of what happens when.
    private static final int DEEPEST = 5;

    private final Copy copy;
    private final List<String> way;
    private final Map<String, Read<Runbook>> known;

    private Callees(Copy copy, List<String> way, Map<String, Read<Runbook>> known) {
        this.copy = copy;
        this.way = List.copyOf(way);
        this.known = known;
    }

    /// Of a runbook that nobody calls.
    static Callees of(Copy copy) {
        return new Callees(copy, List.of(), new HashMap<>());
    }

    /// The same, where the runbook's own name is known.
    Callees named(String name) {
        return way.isEmpty() ? new Callees(copy, List.of(name), known) : this;
    }

    /// Empty when it cannot be called, which has then been said.
    Optional<Runbook> read(StepNode call, RunbookName name, Problems problems) {
        if (way.contains(name.value())) {
            List<String> round =
                    new ArrayList<>(way.subList(way.indexOf(name.value()), way.size()));
            round.add(name.value());
            problems.error(
                    call.position(),
                    "call-circle",
                    "the call of `%s` leads back to it: %s; remove one of these calls"
                            .formatted(name, String.join(", then ", round)));
            return Optional.empty();
        }
        Optional<Copy> found = copy.beside().find(name);
        if (found.isEmpty()) {
            problems.error(
                    call.position(),
                    "call-missing",
                    "there is no runbook `%s` beside this one%s"
                            .formatted(name, hint(name.value(), copy.beside().names())));
            return Optional.empty();
        }
        if (way.size() > DEEPEST) {
            problems.error(
                    call.position(),
                    "call-depth",
                    "calls lie more than %d deep here: %s; call fewer from within others"
                            .formatted(DEEPEST, String.join(", then ", way)));
            return Optional.empty();
        }
        return accepted(call, name, read(found.get(), name), problems);
    }

    private Read<Runbook> read(Copy found, RunbookName name) {
        Read<Runbook> before = known.get(name.value());
        if (before != null) {
            return before;
        }
        List<String> further = new ArrayList<>(way);
        further.add(name.value());
        Read<Runbook> read = RunbookReader.read(found, new Callees(found, further, known));
        known.put(name.value(), read);
        return read;
    }

    private static Optional<Runbook> accepted(
            StepNode call, RunbookName name, Read<Runbook> read, Problems problems) {
        return switch (read) {
            case Read.Accepted<Runbook> it -> Optional.of(it.value());
            case Read.Refused<Runbook> it -> {
                List<Problem> errors = it.problems().stream().filter(Problem::isError).toList();
                problems.error(
                        call.position(),
                        "call-refused",
                        "`%s` cannot be called before it is corrected: %s"
                                .formatted(
                                        name,
                                        errors.size() == 1
                                                ? "it has an error"
                                                : "it has " + errors.size() + " errors"));
                problems.add(errors);
                yield Optional.empty();
            }
        };
    }

    private static String hint(String name, List<String> there) {
        String meant = Nearest.hint(name, there);
        return meant.isEmpty() ? "; write it, or correct the name" : meant;
    }
}
