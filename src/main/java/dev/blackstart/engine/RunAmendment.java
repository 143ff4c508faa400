package dev.blackstart.engine;

import dev.blackstart.runbook.StepId;
import java.util.List;
import java.util.Map;

/// A change of the runbook that a run goes by, as a person has approved it.
///
/// @param files the changed files by the names they are kept under, with their new text
/// @param steps those whose command changes
/// @param difference as `diff -u` prints it
public record RunAmendment(Map<String, String> files, List<StepId> steps, List<String> difference) {
    public RunAmendment {
        files = Map.copyOf(files);
        steps = List.copyOf(steps);
        difference = List.copyOf(difference);
    }
}
