package dev.blackstart.door.cli;

import dev.blackstart.view.AuditLines;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `audit verify`: checks the hash chain of every run.
@Command(
        name = "verify",
        description = "Check the hash chain of every run from its first event to its last.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart audit verify"})
final class AuditVerifyVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    AuditVerifyVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        OwnJournal.needed(surroundings, shared, "audit verify");
        Places places = new Setting(surroundings, shared).places();
        AuditLines lines;
        try (Archive archive = Archive.open(ports.journals(), places)) {
            lines = new AuditLines(archive.audit(), archive.predecessors());
        }
        new Printed(surroundings, shared).print(lines::lines, lines::json);
        return lines.audit().intact() ? ExitCode.DONE.number() : ExitCode.JOURNAL.number();
    }
}
