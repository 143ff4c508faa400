package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Loan;
import dev.blackstart.runbook.Release;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Upload;
import dev.blackstart.runbook.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The templates of a runbook.
final class Texts {
    private Texts() {}

    static List<Text> of(Runbook runbook) {
        return runbook.steps().stream().flatMap(step -> of(step).stream()).toList();
    }

    private static List<Text> of(Step step) {
        List<Text> texts = new ArrayList<>();
        switch (step) {
            case Step.Check check -> add(check.command(), texts);
            case Step.Action action -> add(action.execution(), texts);
            case Step.Snapshot snapshot -> {
                add(snapshot.execution(), texts);
                snapshot.valid().map(Validity::command).ifPresent(c -> add(c, texts));
            }
            case Step.Ask ask -> texts.add(ask.question());
            case Step.Manual manual -> texts.add(manual.instructions());
            case Step.Call call -> texts.addAll(call.with().values());
            case Step.Derive s -> {}
            case Step.Wait s -> {}
        }
        return texts;
    }

    private static void add(Execution execution, List<Text> texts) {
        Stream.of(
                        Stream.of(execution.command()),
                        execution.undo().stream(),
                        execution.loan().flatMap(Loan::capture).stream(),
                        execution.release().map(Release::command).stream())
                .flatMap(commands -> commands)
                .forEach(command -> add(command, texts));
        execution.upload().map(Upload::content).ifPresent(texts::add);
        execution.upload().flatMap(Upload::validate).ifPresent(texts::add);
    }

    private static void add(Command command, List<Text> texts) {
        if (command.body() instanceof Command.Body.Run run) {
            texts.add(run.text());
        }
        texts.addAll(command.env().values());
    }
}
