package dev.blackstart.view;

import dev.blackstart.runbook.Problem;
import java.util.List;
import java.util.Locale;

/// Problems as JSON, for editors and pipelines.
public final class ProblemJson {
    private ProblemJson() {}

    public static Json of(List<Problem> problems) {
        return Json.array(problems, ProblemJson::of);
    }

    private static Json of(Problem problem) {
        return Json.object()
                .with("file", problem.position().file())
                .with("line", Json.of(problem.position().line()))
                .with("column", Json.of(problem.position().column()))
                .with("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .with("rule", problem.rule())
                .with("message", problem.message());
    }
}
