package dev.blackstart.view;

import dev.blackstart.journal.Audit;
import dev.blackstart.journal.Predecessor;
import java.util.ArrayList;
import java.util.List;

/// What checking the chains found: the first bad event of each damaged run, or that there is none;
/// and which damaged journals this one follows.
public record AuditLines(Audit audit, List<Predecessor> predecessors) {
    public AuditLines {
        predecessors = List.copyOf(predecessors);
    }

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
        for (Predecessor it : predecessors) {
            lines.add(
                    "Begun anew at %s by %s (%s); before it: %s, with %d run(s) that could be read."
                            .formatted(
                                    it.at(),
                                    Escaped.line(it.person()),
                                    Escaped.line(it.reason()),
                                    it.folder(),
                                    it.heads().size()));
        }
        return List.copyOf(lines);
    }

    public Json json() {
        return Json.object()
                .with("intact", Json.of(audit.intact()))
                .with("runs", Json.of(audit.runs()))
                .with("events", Json.of(audit.events()))
                .with("follows", Json.array(predecessors, AuditLines::json))
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

    private static Json json(Predecessor it) {
        return Json.object()
                .with("folder", it.folder())
                .with("sums", Json.texts(it.sums()))
                .with("heads", Json.texts(it.heads()))
                .with("at", it.at().toString())
                .with("by", it.person())
                .with("reason", it.reason());
    }
}
