package dev.blackstart.view.report;

import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.List;

/// What the work leaves behind that somebody must take back or end: the last thing to go through
/// before the paper is put away.
record SheetOwed(Runbook runbook) {
    List<Json> json() {
        List<Json> rows = new ArrayList<>();
        List<Step> steps = runbook.steps();
        for (Step step : steps) {
            if (step instanceof Step.Acting acting) {
                for (String what : owed(acting.execution())) {
                    rows.add(
                            Json.object()
                                    .with("step", Json.of(steps.indexOf(step) + 1))
                                    .with("title", Deeds.title(runbook, step.id()))
                                    .with("what", what));
                }
            }
        }
        return rows;
    }

    private List<String> owed(Execution it) {
        List<String> owed = new ArrayList<>();
        it.loan()
                .ifPresent(loan ->
                        owed.add(
                                "take it back within "
                                        + Elapsed.shown(loan.due())
                                        + loan.repaidWhen()
                                                .map(when -> "; it is when " + InWords.of(when))
                                                .orElse("")));
        it.release()
                .ifPresent(release ->
                        owed.add(
                                "end what goes on working, once " + done(release.after().value())));
        return owed;
    }

    private String done(String step) {
        List<String> ids = runbook.steps().stream().map(it -> it.id().value()).toList();
        return "step %d (%s) is done".formatted(ids.indexOf(step) + 1, step);
    }
}
