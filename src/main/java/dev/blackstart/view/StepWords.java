package dev.blackstart.view;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Upload;
import dev.blackstart.runbook.Verify;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a step of a runbook says, as short sentences.
public final class StepWords {
    private StepWords() {}

    public static String kind(Step step) {
        return switch (step) {
            case Step.Check it -> "check";
            case Step.Derive it -> "derive";
            case Step.Ask it -> "ask";
            case Step.Action it -> "action";
            case Step.Snapshot it -> "snapshot";
            case Step.Wait it -> "wait";
            case Step.Manual it -> "manual";
            case Step.Call it -> "call";
        };
    }

    /// The command it carries out on hosts, if any.
    public static Optional<Command> command(Step step) {
        return switch (step) {
            case Step.Check it -> Optional.of(it.command());
            case Step.Acting it -> Optional.of(it.execution().command());
            case Step.Derive it -> Optional.empty();
            case Step.Ask it -> Optional.empty();
            case Step.Wait it -> Optional.empty();
            case Step.Manual it -> Optional.empty();
            case Step.Call it -> Optional.empty();
        };
    }

    public static String source(Command command) {
        return switch (command.body()) {
            case Command.Body.Run it -> it.text().source();
            case Command.Body.Script it -> it.file().path();
            case Command.Body.Nothing it -> "";
        };
    }

    /// Conditions and promises of a step.
    public static List<String> clauses(Step step) {
        List<String> said = new ArrayList<>();
        step.heading().why().ifPresent(why -> said.add("why: " + why));
        step.heading().notRunHere().ifPresent(what -> said.add("NOT RUN HERE: " + what));
        step.heading().when().ifPresent(when -> said.add("only when " + when.text()));
        if (step instanceof Step.Targeted targeted) {
            targeted.targets().where().ifPresent(where -> said.add("only where " + where.text()));
            targeted.targets()
                    .limit()
                    .ifPresent(limit -> said.add("on at most " + limit + " of them"));
            if (!targeted.targets().needs().isEmpty()) {
                said.add("needs " + String.join(", ", targeted.targets().needs()) + " there");
            }
        }
        switch (step) {
            case Step.Check it -> check(it, said);
            case Step.Derive it -> said.add("finding " + it.finding() + ": " + it.value().text());
            case Step.Ask it -> {
                said.add("asks: " + it.question().source());
                said.add("answers: " + String.join(", ", it.answers()));
            }
            case Step.Acting it -> acting(it.execution(), said);
            case Step.Wait it ->
                    said.add(
                            "until "
                                    + it.until().text()
                                    + ", asking check "
                                    + it.check()
                                    + " every "
                                    + Elapsed.shown(it.every())
                                    + ", within "
                                    + Elapsed.shown(it.within()));
            case Step.Manual it -> {
                said.add("a person: " + it.instructions().source());
                it.verify().ifPresent(verify -> said.add(verified(verify)));
            }
            case Step.Call it -> calling(it, said);
        }
        return List.copyOf(said);
    }

    private static void calling(Step.Call step, List<String> said) {
        said.add("the runbook " + step.runbook() + ", whose steps follow");
        step.parameters()
                .keySet()
                .forEach(name -> {
                    Text text = step.with().get(name);
                    String secret = step.secrets().get(name);
                    if (text != null) {
                        said.add("with " + name + " = " + text.source());
                    } else if (secret != null) {
                        said.add("with " + name + ", the secret " + secret);
                    }
                });
    }

    private static void check(Step.Check step, List<String> said) {
        step.findings()
                .forEach((name, measure) -> said.add("finding " + name + ": " + measure.text()));
        step.admissible().ifPresent(it -> said.add("admissible when " + it.text()));
        step.witnesses()
                .ifPresent(it ->
                        said.add(
                                "needs "
                                        + it.min()
                                        + " witnesses, "
                                        + it.outside()
                                        + " from outside"));
    }

    private static void acting(Execution execution, List<String> said) {
        execution.requires().ifPresent(it -> said.add("requires " + it.text()));
        execution.preserve().forEach(file -> said.add("first keeps evidence with " + file.path()));
        said.addAll(WaveLines.clauses(execution.spread()));
        execution.upload().ifPresent(it -> said.add(upload(it)));
        execution.verify().ifPresent(it -> said.add(verified(it)));
        execution.undo().ifPresent(it -> said.add("undo: " + source(it)));
        execution
                .release()
                .ifPresent(it ->
                        said.add("released after " + it.after() + " by " + source(it.command())));
    }

    private static String upload(Upload upload) {
        return "first puts "
                + upload.to()
                + " in place, made from templates/"
                + upload.template()
                + upload.validate().map(it -> ", validated by " + it.source()).orElse("");
    }

    private static String verified(Verify verify) {
        return "verified by check "
                + verify.check()
                + ": "
                + verify.that().text()
                + " within "
                + Elapsed.shown(verify.within());
    }
}
