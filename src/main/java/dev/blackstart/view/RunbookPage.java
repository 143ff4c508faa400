package dev.blackstart.view;

import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Hypothesis;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.ArrayList;
import java.util.List;

/// One runbook as a page: parameters, hypotheses and steps, as written.
public record RunbookPage(Runbook runbook, int columns) {
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Escaped.line(runbook.name() + ": " + runbook.title(), columns));
        runbook.owner().ifPresent(owner -> lines.add(Escaped.line("owner " + owner, columns)));
        runbook.exerciseEvery()
                .ifPresent(every -> lines.add("to be exercised every " + Elapsed.shown(every)));
        heading(lines, "Parameters", runbook.parameters().isEmpty());
        runbook.parameters().values().forEach(parameter -> lines.addAll(parameter(parameter)));
        heading(lines, "Hypotheses", runbook.hypotheses().isEmpty());
        runbook.hypotheses().values().forEach(hypothesis -> lines.addAll(hypothesis(hypothesis)));
        heading(lines, "Steps", runbook.steps().isEmpty());
        Numbering numbers = new Numbering(runbook.steps());
        for (Step step : runbook.steps()) {
            lines.addAll(step(step, numbers.of(step)));
        }
        return List.copyOf(lines);
    }

    private static void heading(List<String> lines, String words, boolean empty) {
        if (!empty) {
            lines.add("");
            lines.add(words);
        }
    }

    private List<String> parameter(Parameter parameter) {
        String fallback =
                parameter.fallback().map(value -> "default " + value).orElse("must be given");
        return below(
                parameter.name() + " (" + parameter.type().word() + ", " + fallback + ")",
                parameter.help().isEmpty() ? List.of() : List.of(parameter.help()));
    }

    private List<String> hypothesis(Hypothesis hypothesis) {
        List<String> said = new ArrayList<>();
        said.add(hypothesis.says());
        hypothesis.confirmedBy().forEach(it -> said.add("confirmed by " + it.text()));
        hypothesis.refutedBy().forEach(it -> said.add("refuted by " + it.text()));
        hypothesis.doNot().ifPresent(words -> said.add("CAUTION: " + words));
        return below(hypothesis.name().value(), said);
    }

    private List<String> step(Step step, String number) {
        List<String> said = new ArrayList<>();
        if (step instanceof Step.Targeted targeted) {
            said.add("on " + targeted.targets().on().text());
        }
        StepWords.command(step)
                .filter(it -> !(it.body() instanceof Command.Body.Nothing))
                .ifPresent(it ->
                        said.add("runs " + StepWords.source(it) + (it.sudo() ? " as root" : "")));
        said.addAll(StepWords.clauses(step));
        return below(heading(step, number), said);
    }

    static String heading(Step step, String number) {
        String risk =
                step instanceof Step.Acting acting
                        ? " (" + acting.execution().risk().word() + ")"
                        : "";
        String title = step.heading().title();
        return number
                + ". "
                + StepWords.kind(step)
                + " "
                + step.id()
                + risk
                + (title.isEmpty() || title.equals(step.id().value()) ? "" : ": " + title);
    }

    private static List<String> needs(Step step) {
        return step instanceof Step.Targeted targeted ? targeted.targets().needs() : List.of();
    }

    private List<String> below(String heading, List<String> said) {
        List<String> lines = new ArrayList<>();
        Wrapped.lines(heading, columns - 2).forEach(line -> lines.add("  " + line));
        for (String words : said) {
            Wrapped.lines(words, columns - 6).forEach(line -> lines.add("      " + line));
        }
        return lines;
    }

    public Json json() {
        return Json.object()
                .with("runbook", runbook.name().value())
                .with("title", runbook.title())
                .with("owner", runbook.owner())
                .with(
                        "parameters",
                        Json.array(
                                runbook.parameters().values(),
                                it ->
                                        Json.object()
                                                .with("name", it.name())
                                                .with("type", it.type().word())
                                                .with("default", it.fallback())
                                                .with("help", it.help())))
                .with(
                        "hypotheses",
                        Json.array(
                                runbook.hypotheses().values(),
                                it ->
                                        Json.object()
                                                .with("name", it.name().value())
                                                .with("says", it.says())))
                .with(
                        "steps",
                        Json.array(
                                runbook.steps(),
                                it ->
                                        Json.object()
                                                .with("id", it.id().value())
                                                .with("kind", StepWords.kind(it))
                                                .with("title", it.heading().title())
                                                .with("needs", Json.texts(needs(it)))
                                                .with("not_run_here", it.heading().notRunHere())));
    }
}
