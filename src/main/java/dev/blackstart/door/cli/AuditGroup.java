package dev.blackstart.door.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `audit`: questions to the journal itself.
@Command(
        name = "audit",
        description = "Check the journal.",
        subcommands = AuditVerifyVerb.class,
        footerHeading = "%nExample:%n",
        footer = "  blackstart audit verify")
final class AuditGroup {
    @Mixin SharedOptions shared = new SharedOptions();
}
