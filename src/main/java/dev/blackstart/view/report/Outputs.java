package dev.blackstart.view.report;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionProgress;
import dev.blackstart.run.Inspections;
import dev.blackstart.run.Kept;
import dev.blackstart.run.Observation;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.EventLine;
import dev.blackstart.view.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What commands printed, by step: of checks the first and the last answer of each host, of actions
/// every sending. Beyond a total of two million characters only counts and digests are kept.
final class Outputs {
    private static final long MOST = 2_000_000;

    private final RunState state;
    private final Looks looks;
    private long used;

    private Outputs(RunState state, Looks looks) {
        this.state = state;
        this.looks = looks;
    }

    static Json json(Runbook runbook, RunState state, Looks looks) {
        Outputs outputs = new Outputs(state, looks);
        List<Json> steps = new ArrayList<>();
        for (Step step : runbook.steps()) {
            List<Json> said = new ArrayList<>();
            outputs.looks
                    .of(step.id())
                    .forEach((host, look) -> said.addAll(outputs.looked(host, look)));
            outputs.state.actions().all().stream()
                    .filter(it -> it.intent().action().step().equals(step.id()))
                    .forEach(it -> said.add(outputs.acted(it)));
            outputs.state
                    .inspections()
                    .of(step.id())
                    .forEach(it -> said.add(outputs.inspected(it)));
            if (!said.isEmpty()) {
                steps.add(
                        Json.object()
                                .with("step", step.id().value())
                                .with("title", step.heading().title())
                                .with("said", new Json.Array(said)));
            }
        }
        return new Json.Array(steps);
    }

    private List<Json> looked(HostName host, Looks.Look look) {
        List<Json> said = new ArrayList<>();
        String first = look.times() > 1 ? "first look" : "look";
        said.add(seen(host, look.first(), first));
        if (look.times() > 1) {
            said.add(seen(host, look.last(), "last look, number " + look.times()));
        }
        return said;
    }

    private Json seen(HostName host, Looks.Seen seen, String what) {
        Json.Fields fields = about(host, what, seen.at(), EventLine.of(seen.observation()));
        return seen.observation() instanceof Observation.Seen it
                ? streams(fields, it.stdout(), it.stderr())
                : fields;
    }

    private Json acted(ActionProgress progress) {
        var action = progress.intent().action();
        String what =
                switch (progress.intent().purpose()) {
                    case PRESERVE -> "evidence kept first";
                    case ACT -> "attempt " + action.attempt();
                    case RELEASE -> "release";
                    case UNDO -> "undo";
                };
        String came = progress.outcome().map(EventLine::of).orElse("not ended");
        Json.Fields fields =
                about(action.host(), what, progress.endedAt().orElse(progress.intendedAt()), came);
        return streams(fields, progress.stdout(), progress.stderr());
    }

    private Json inspected(Inspections.Inspection inspection) {
        RunEvent.InspectionStarted asked = inspection.started();
        Json.Fields fields =
                about(
                        asked.host(),
                        "typed by " + asked.by() + ": " + asked.command(),
                        inspection.at(),
                        inspection.came());
        return inspection.seen().orElse(null) instanceof Observation.Seen it
                ? streams(fields, it.stdout(), it.stderr())
                : fields;
    }

    private static Json.Fields about(HostName host, String what, Instant at, String came) {
        return Json.object()
                .with("host", host.value())
                .with("what", what)
                .with("at", at.toString())
                .with("came", came);
    }

    private Json streams(Json.Fields fields, Kept stdout, Kept stderr) {
        return fields.with("stdout", stream(stdout)).with("stderr", stream(stderr));
    }

    private Json stream(Kept kept) {
        used += kept.text().length();
        boolean room = used <= MOST;
        return Excerpt.json(room ? kept : new Kept("", kept.bytes(), kept.sha256(), kept.blob()));
    }
}
