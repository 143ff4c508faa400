package dev.blackstart.door.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `audit`: questions to the journal itself.
@Command(
        name = "audit",
        description = "Check the journal, take chains out of it, or begin anew when it is damaged.",
        subcommands = {AuditVerifyVerb.class, AuditExportVerb.class, AuditAnewVerb.class},
        footerHeading = "%nExample:%n",
        footer = {"  blackstart audit verify", "  blackstart audit export last"})
final class AuditGroup {
    @Mixin SharedOptions shared = new SharedOptions();
}
