package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.RunbookPage;
import dev.blackstart.view.report.HandSheet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `show`: one runbook as a page.
@Command(
        name = "show",
        description =
                "Show a runbook: parameters, hypotheses, steps; or print it to be followed by hand.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart show store-frozen",
            "  blackstart show store-frozen --print --html --out store-frozen.html"
        })
final class ShowVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(paramLabel = "RUNBOOK", description = "Name of the runbook.")
    String name = "";

    @Option(
            names = "--print",
            description = "As a sheet to follow by hand, for when nothing else is left.")
    boolean print;

    @Mixin ReportOptions sheet = new ReportOptions();

    ShowVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Shelf shelf = new Shelf(places);
        Runbook runbook = shelf.runbook(name);
        if (print) {
            Inventory inventory = shelf.inventoryIfAny().orElse(Inventory.EMPTY);
            new Reports(surroundings, ports.journals(), places)
                    .deliver(new HandSheet(runbook, inventory), sheet.wanted(shared), sheet.file());
            return ExitCode.DONE.number();
        }
        if (sheet.given()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "--format, --html and --out go with --print; add it, or leave them out.");
        }
        Printed out = new Printed(surroundings, shared);
        RunbookPage page = new RunbookPage(runbook, out.columns());
        out.print(page::lines, page::json);
        return ExitCode.DONE.number();
    }
}
