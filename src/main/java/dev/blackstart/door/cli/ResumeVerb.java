package dev.blackstart.door.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `resume`: takes a run up again where it stands.
@Command(
        name = "resume",
        description = "Take a run up again where it stands; nothing is sent twice by itself.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart resume",
            "  blackstart resume 01jd6x8q4mb1t0e9v7r2k5wzyn",
            "  blackstart resume --take-over --reason 'her terminal is gone'",
            "  blackstart resume last --amend runbooks/cluster-recovery/runbook.yaml"
        })
final class ResumeVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SessionOptions shared = new SessionOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "",
            description =
                    "Id of the run, its first or last letters, or last (default: the open run).")
    String run = "";

    @Option(
            names = "--amend",
            paramLabel = "FILE",
            description =
                    "A changed runbook.yaml or script: shown, asked about, then used for the rest of"
                            + " this run; may be given more than once.")
    List<Path> amend = new ArrayList<>();

    @Option(
            names = "--outcome",
            paramLabel = "LINE",
            description =
                    "An outcome that could not be recorded, as it was printed then: recorded now, once;"
                            + " may be given more than once.")
    List<String> outcomes = new ArrayList<>();

    @Mixin InputOptions inputs = new InputOptions();

    @Mixin HostOptions hosts = new HostOptions();

    @Option(
            names = "--take-over",
            description =
                    "Take it from the process that has it, and put other fences on its hosts aside;"
                            + " needs --reason.")
    boolean takeOver;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why it is taken over; it is kept in the journal.")
    String reason = "";

    @Option(
            names = "--yes",
            description =
                    "Do not ask before the gates of somebody else become yours; approves nothing.")
    boolean yes;

    ResumeVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Resuming resuming = new Resuming(surroundings, ports, shared);
        if (takeOver == reason.isBlank()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    takeOver
                            ? "--take-over needs --reason TEXT: who had the run will read it."
                            : "--reason belongs to --take-over.");
        }
        Standpoint at = Standpoint.of(surroundings, ports, shared, hosts);
        if (at.service().isPresent()) {
            refuseWhatNeedsTheJournal();
            return new RemoteOpening(at, shared).resume(run, inputs, yes);
        }
        resuming.carrying(outcomes);
        if (takeOver) {
            return resuming.takeOver(run, inputs, hosts, reason);
        }
        return amend.isEmpty()
                ? resuming.resume(run, inputs, hosts, yes)
                : resuming.amend(run, amend, inputs, hosts, yes);
    }

    /// A service has no route for these.
    private void refuseWhatNeedsTheJournal() {
        if (takeOver || !amend.isEmpty() || !outcomes.isEmpty()) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    "--take-over, --amend and --outcome need the journal itself; do it on the machine of the service, without --server.");
        }
    }
}
