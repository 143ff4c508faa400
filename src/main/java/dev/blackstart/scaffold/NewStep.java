package dev.blackstart.scaffold;

import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A step to begin with, for the end of a runbook, and its script.
///
/// @param yaml the step with a comment, indented for a list under `steps`
/// @param path of the script, relative to the runbook's folder
public record NewStep(String yaml, String path, String script) {
    public enum Kind {
        CHECK,
        ACTION
    }

    /// Empty for an action in a runbook that has no check yet: nothing could allow or prove it.
    ///
    /// @param name in snake_case
    public static Optional<NewStep> of(Kind kind, String name, Optional<Runbook> runbook) {
        Optional<Step.Check> check = runbook.flatMap(NewStep::lastCheck);
        if (kind == Kind.ACTION && runbook.isPresent() && check.isEmpty()) {
            return Optional.empty();
        }
        String word = kind.name().toLowerCase(Locale.ROOT);
        String file = name.replace('_', '-');
        Map<String, String> gaps = new HashMap<>();
        gaps.put("NAME", name);
        gaps.put("FILE", file);
        gaps.put("ON", check.map(it -> it.targets().on().text()).orElse(FirstRunbook.GROUP));
        gaps.put("CHECK", check.map(it -> it.id().value()).orElse("CHECK"));
        gaps.put("FINDING", check.map(NewStep::finding).orElse("FINDING"));
        return Optional.of(
                new NewStep(
                        Sample.text(word + ".yaml", gaps),
                        "scripts/" + file + ".sh",
                        Sample.text(word + ".sh", gaps)));
    }

    private static Optional<Step.Check> lastCheck(Runbook runbook) {
        return runbook.steps().stream()
                .filter(Step.Check.class::isInstance)
                .map(Step.Check.class::cast)
                .filter(check -> !check.findings().isEmpty())
                .reduce((before, after) -> after);
    }

    private static String finding(Step.Check check) {
        return check.findings().keySet().iterator().next().value();
    }
}
