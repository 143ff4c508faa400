package dev.blackstart.door.cli;

import dev.blackstart.journal.JournalView;
import dev.blackstart.view.LoanTable;
import java.time.Instant;
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

    @Mixin RemoteOptions shared = new RemoteOptions();

    LoansVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        Instant now = at.surroundings().clock().instant();
        Printed out = new Printed(surroundings, shared);
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            LoanTable table = LoanTable.of(archive.states(JournalView.Kind.INDEBTED));
            out.print(() -> table.lines(now, out.columns()), () -> table.json(now));
            List<String> unreadable = archive.unreadable();
            unreadable.forEach(surroundings.complaints()::println);
            return (unreadable.isEmpty() ? ExitCode.DONE : ExitCode.JOURNAL).number();
        }
    }
}
