package dev.blackstart.view;

import dev.blackstart.journal.Audit;
import java.util.ArrayList;
import java.util.List;

/// What checking the chains found: the first bad event of each damaged run, or that there is none.
public record AuditLines(Audit audit) {
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Audit.Break it : audit.breaks()) {
            lines.add(
                    "BROKEN  run "
                            + it.run()
                            + " at event "
                            + it.sequence()
                            + ": "
                            + Escaped.line(it.reason()));
        }
        String counted = audit.runs() + " run(s), " + audit.events() + " event(s)";
        lines.add(
                audit.intact()
                        ? "Intact: " + counted + ", every chain verifies."
                        : "NOT INTACT: "
                                + audit.breaks().size()
                                + " of "
                                + counted
                                + "; keep a copy of the"
                                + " journal and trust nothing after the events named.");
        return List.copyOf(lines);
    }

    public Json json() {
        return Json.object()
                .with("intact", Json.of(audit.intact()))
                .with("runs", Json.of(audit.runs()))
                .with("events", Json.of(audit.events()))
                .with(
                        "breaks",
                        Json.array(
                                audit.breaks(),
                                it ->
                                        Json.object()
                                                .with("run", it.run().value())
                                                .with("sequence", Json.of(it.sequence()))
                                                .with("reason", it.reason())));
    }
}
