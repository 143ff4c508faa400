package dev.blackstart.door.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `policy`: questions to the site's policy.
@Command(
        name = "policy",
        description = "Check the policy that says whose yes counts.",
        subcommands = {PolicyCheckVerb.class},
        footerHeading = "%nExample:%n",
        footer = {"  blackstart policy check"})
final class PolicyGroup {
    @Mixin SharedOptions shared = new SharedOptions();
}
