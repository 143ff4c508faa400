package dev.blackstart.door.cli;

import dev.blackstart.view.LoanTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `loans`: the emergency changes of all runs that are still to be taken back.
@Command(
        name = "loans",
        description = "List emergency changes that are still to be taken back.",
        subcommands = LoansRepayVerb.class,
        synopsisSubcommandLabel = "[repay RUN]",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart loans", "  blackstart loans --output json"})
final class LoansVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    LoansVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Printed out = new Printed(surroundings, shared);
        try (Archive archive = Archive.open(ports.journals(), places)) {
            LoanTable table = LoanTable.of(archive.states());
            out.print(
                    () -> table.lines(surroundings.clock().instant(), out.columns()),
                    () -> table.json(surroundings.clock().instant()));
            List<String> unreadable = archive.unreadable();
            unreadable.forEach(surroundings.complaints()::println);
            return (unreadable.isEmpty() ? ExitCode.DONE : ExitCode.JOURNAL).number();
        }
    }
}
