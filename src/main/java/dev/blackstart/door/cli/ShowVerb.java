package dev.blackstart.door.cli;

import dev.blackstart.view.RunbookPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `show`: one runbook as a page.
@Command(
        name = "show",
        description = "Show a runbook: parameters, hypotheses, steps.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart show frozen-store"})
final class ShowVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(paramLabel = "RUNBOOK", description = "Name of the runbook.")
    String name = "";

    ShowVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Printed out = new Printed(surroundings, shared);
        RunbookPage page = new RunbookPage(new Shelf(places).runbook(name), out.columns());
        out.print(page::lines, page::json);
        return ExitCode.DONE.number();
    }
}
