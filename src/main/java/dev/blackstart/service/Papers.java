package dev.blackstart.service;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.template.ReportTemplates;
import dev.blackstart.view.EvidenceTable;
import dev.blackstart.view.report.HandSheet;
import dev.blackstart.view.report.Pages;
import dev.blackstart.view.report.ReportPages;
import dev.blackstart.view.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Reports of runs and printed runbooks, from the team's templates.
public final class Papers {
    /// The forms of a document.
    public enum Form {
        md,
        html,
        json
    }

    private final Places places;
    private final Carrier carrier;
    private final Library library;
    private final Records records;
    private final ReportTemplates templates;

    Papers(Places places, Carrier carrier, Library library, Records records) {
        this.places = places;
        this.carrier = carrier;
        this.library = library;
        this.records = records;
        this.templates = new ReportTemplates(places.templates());
    }

    public String report(Snapshot snapshot, Form form) {
        return rendered(new ReportPages(told(snapshot)), form);
    }

    /// A page of the web console.
    ///
    /// @param name of its template, such as `run`
    public String console(String name, Map<String, Object> values) {
        return made("web/" + name + ".html.ftl", values);
    }

    /// What is to be told of a run.
    public RunReport told(Snapshot snapshot) {
        return new RunReport(
                carrier.runbook(snapshot.state()), snapshot.events(), snapshot.outlook());
    }

    /// A runbook as a page to follow by hand.
    public String sheet(String name, Caller caller, Form form) {
        caller.must(Scope.VIEW);
        caller.mustReach(name, Library.absent(name));
        Runbook runbook = library.runbook(name);
        Inventory inventory = library.inventoryIfAny();
        return rendered(new HandSheet(runbook, inventory), form);
    }

    /// A page of a door, from the team's templates.
    ///
    /// @param template below `templates`, such as `api/description.html.ftl`
    public String page(String template, Map<String, Object> values, Caller caller) {
        caller.must(Scope.VIEW);
        return made(template, values);
    }

    /// What the checks of a run found; of a closed one as of its end.
    public EvidenceTable evidence(Snapshot snapshot) {
        return EvidenceTable.of(
                records.plan(snapshot),
                snapshot.state(),
                snapshot.state().closed().isPresent()
                        ? snapshot.events().getLast().at()
                        : snapshot.at());
    }

    /// Keeps the report of a run beside the journal in all its forms, where `blackstart run` keeps
    /// it, too.
    void keep(RunId run) {
        ReportPages pages = new ReportPages(told(records.of(run)));
        Path folder = places.state().resolve("reports");
        for (Form form : Form.values()) {
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(run + "." + form), rendered(pages, form));
            } catch (IOException e) {
                throw PrivateFiles.unusable(folder);
            }
        }
    }

    private String rendered(Pages pages, Form form) {
        return switch (form) {
            case json -> pages.json().shown() + "\n";
            case md -> rendered(pages.template() + ".md.ftl", pages.markdown());
            case html -> rendered(pages.template() + ".html.ftl", pages.html());
        };
    }

    private String rendered(String template, Map<String, Object> values) {
        return made("report/" + template, values);
    }

    private String made(String template, Map<String, Object> values) {
        try {
            return templates.render(template, values);
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }
}
