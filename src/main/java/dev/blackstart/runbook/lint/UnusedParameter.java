package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whoever is asked for a value believes that it matters.
final class UnusedParameter implements Rule {
    @Override
    public String id() {
        return "unused-parameter";
    }

    @Override
    public String says() {
        return "A parameter is declared and used nowhere.";
    }

    @Override
    public List<Problem> check(Subject subject) {
        Runbook runbook = subject.runbook();
        String text =
                runbook.files().entrySet().stream()
                        .filter(file -> !file.getKey().startsWith("scripts/"))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining("\n"));
        return runbook.parameters().values().stream()
                .filter(parameter -> !used(text, parameter.name()))
                .filter(parameter -> !handedOn(runbook, parameter.name()))
                .map(parameter ->
                        Problem.warning(
                                parameter.position(),
                                id(),
                                "nothing uses the parameter `%s`; leave it out, or use it as params.%s or, when it is a secret, as `stdin: %s`"
                                        .formatted(
                                                parameter.name(),
                                                parameter.name(),
                                                parameter.name())))
                .toList();
    }

    /// A secret reaches a called runbook by its name.
    private static boolean handedOn(Runbook runbook, String name) {
        return runbook.steps().stream()
                .anyMatch(step ->
                        step instanceof Step.Call call && call.secrets().containsValue(name));
    }

    private static boolean used(String text, String name) {
        return Pattern.compile("(params\\.|stdin: *)" + Pattern.quote(name) + "\\b")
                .matcher(text)
                .find();
    }
}
