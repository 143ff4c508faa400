package dev.blackstart.door.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `blackstart` and its verbs.
@Command(
        name = "blackstart",
        description = {
            "Guided recovery that needs nothing that just broke.",
            "Diagnoses before it acts, asks before it changes anything, remembers everything."
        },
        version = "blackstart 0.1.0",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        subcommands = {
            InitVerb.class,
            NewVerb.class,
            ListVerb.class,
            ShowVerb.class,
            LintVerb.class,
            SchemaVerb.class,
            PlanVerb.class,
            DiagnoseVerb.class,
            RunVerb.class,
            RehearseVerb.class,
            DrillVerb.class,
            LabVerb.class,
            ResumeVerb.class,
            ReconcileVerb.class,
            AttachVerb.class,
            HandOverVerb.class,
            ApproveVerb.class,
            ReviewVerb.class,
            RunsVerb.class,
            ReportVerb.class,
            EvidenceVerb.class,
            LoansVerb.class,
            AbortVerb.class,
            AuditGroup.class,
            PolicyGroup.class,
            CompletionVerb.class,
            CompleteVerb.class,
            MapVerb.class,
            DoctorVerb.class,
            ServeVerb.class,
            TokenGroup.class
        },
        footerHeading = "%nExample:%n",
        footer = {"  blackstart drill frozen-store", "  blackstart VERB --help"})
public final class Blackstart {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and end.")
    boolean version;
}
