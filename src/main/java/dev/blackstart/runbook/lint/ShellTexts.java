package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The shell texts of a runbook, by what they are for.
final class ShellTexts {
    private ShellTexts() {}

    /// What may only look: checks, the validation of snapshots, and captures of loans.
    static List<ShellText> looking(Runbook runbook) {
        List<ShellText> texts = new ArrayList<>();
        runbook.steps().forEach(step -> texts.addAll(looking(step)));
        return texts;
    }

    private static List<ShellText> looking(Step step) {
        List<ShellText> texts = new ArrayList<>();
        if (step instanceof Step.Acting acting) {
            Optional<Command> capture = acting.execution().loan().flatMap(Loan::capture);
            capture.ifPresent(c -> texts.add(ShellText.of(c, step.heading().position())));
        }
        if (step instanceof Step.Check check) {
            texts.add(ShellText.of(check.command(), step.heading().position()));
        } else if (step instanceof Step.Snapshot snapshot) {
            Optional<Command> valid = snapshot.valid().map(Validity::command);
            valid.ifPresent(c -> texts.add(ShellText.of(c, step.heading().position())));
        }
        return texts;
    }

    /// All of them.
    static List<ShellText> all(Runbook runbook) {
        List<ShellText> texts = new ArrayList<>();
        runbook.steps().forEach(step -> texts.addAll(all(step)));
        return texts;
    }

    /// All of one step.
    static List<ShellText> all(Step step) {
        List<ShellText> texts = new ArrayList<>(looking(step));
        if (step instanceof Step.Acting acting) {
            acting(acting, acting.execution(), texts);
        }
        return texts;
    }

    private static void acting(Step step, Execution execution, List<ShellText> texts) {
        var place = step.heading().position();
        texts.add(ShellText.of(execution.command(), place));
        execution.preserve().forEach(script -> texts.add(ShellText.of(script, place)));
        execution.release().map(Release::command).ifPresent(c -> texts.add(ShellText.of(c, place)));
        execution.undo().ifPresent(c -> texts.add(ShellText.of(c, place)));
    }
}
