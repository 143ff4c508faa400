package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.PlanPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `plan`: what would run where, without contacting anything.
@Command(
        name = "plan",
        description = "Show what would run where; contacts nothing.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart plan store-frozen",
            "  blackstart plan store-frozen -p daemon=etcd.service"
        })
final class PlanVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(paramLabel = "RUNBOOK", description = "Name of the runbook.")
    String name = "";

    @Mixin InputOptions inputs = new InputOptions();

    PlanVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Shelf shelf = new Shelf(places);
        Runbook runbook = shelf.runbook(name);
        Inventory inventory = shelf.inventory();
        UnknownHosts.refuse(runbook, inventory);
        var values = new Inputs(surroundings, inputs).withoutSecrets(runbook, inventory).values();
        Printed out = new Printed(surroundings, shared);
        PlanPage page =
                new PlanPage(new Plan(runbook, inventory, values, Mode.LIVE), out.columns());
        out.print(page::lines, page::json);
        return ExitCode.DONE.number();
    }
}
