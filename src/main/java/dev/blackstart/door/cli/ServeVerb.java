package dev.blackstart.door.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `serve`: the web console and REST door; not in this version.
@Command(
        name = "serve",
        description = "Serve the web console and the REST API (comes with a later version).",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart serve"})
final class ServeVerb implements Callable<Integer> {
    @Mixin SharedOptions shared = new SharedOptions();

    /// Exit code 2: the caller asked for something this version does not have.
    @Override
    public Integer call() {
        throw new CannotGoOn(
                ExitCode.USAGE,
                "serve comes with a later version; until then every verb works without a server,"
                        + " blackstart --help lists them.");
    }
}
