package dev.blackstart.runbook;

import java.util.ArrayList;
import java.util.List;

/// Every shell text that one step may send to its hosts: its command, what saves evidence first,
/// what proves, ends and takes it back.
public final class SentTexts {
    private SentTexts() {}

    public static List<String> of(Step step) {
        List<String> texts = new ArrayList<>();
        if (step instanceof Step.Check check) {
            add(texts, check.command());
        }
        if (step instanceof Step.Acting acting) {
            acting(texts, acting.execution());
        }
        if (step instanceof Step.Snapshot snapshot) {
            snapshot.valid().ifPresent(valid -> add(texts, valid.command()));
        }
        return texts;
    }

    private static void acting(List<String> texts, Execution execution) {
        add(texts, execution.command());
        execution.preserve().forEach(script -> texts.add(script.content()));
        execution.release().ifPresent(release -> add(texts, release.command()));
        execution.undo().ifPresent(undo -> add(texts, undo));
        execution.loan().flatMap(Loan::capture).ifPresent(capture -> add(texts, capture));
        execution
                .upload()
                .flatMap(Upload::validate)
                .ifPresent(validate -> texts.add(validate.source()));
    }

    private static void add(List<String> texts, Command command) {
        switch (command.body()) {
            case Command.Body.Run run -> texts.add(run.text().source());
            case Command.Body.Script script -> texts.add(script.file().content());
            case Command.Body.Nothing nothing -> {}
        }
    }
}
