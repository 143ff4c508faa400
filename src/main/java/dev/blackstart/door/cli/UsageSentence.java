package dev.blackstart.door.cli;

import dev.blackstart.runbook.Nearest;
import dev.blackstart.view.Escaped;
import java.util.List;
import picocli.CommandLine;

/// What is wrong with a command line, as one sentence with the next command.
final class UsageSentence {
    private final CommandLine.ParameterException e;
    private final CommandLine command;

    UsageSentence(CommandLine.ParameterException e) {
        this.e = e;
        this.command = e.getCommandLine();
    }

    String sentence() {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().getFirst());
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            return missing(missing);
        }
        if (String.valueOf(e.getMessage()).startsWith("Missing required subcommand")) {
            return "A verb is missing after "
                    + command.getCommandName()
                    + "; "
                    + help()
                    + " lists them.";
        }
        String message =
                Escaped.line(String.valueOf(e.getMessage()), 200).replace("Invalid", "Unusable");
        return message + "; " + help() + " shows what is allowed.";
    }

    private String unmatched(String word) {
        String shown = Escaped.line(word, 64);
        if (word.equals("--server") || word.startsWith("--server=")) {
            return "%s works on the files of this machine and takes no --server; do it on the machine of the service, or look at its runs with blackstart runs --server URL."
                    .formatted(command.getCommandSpec().qualifiedName());
        }
        if (word.equals("--state") || word.startsWith("--state=")) {
            return "%s takes the folder of the journal as --journal DIR; --state is its name at serve and token."
                    .formatted(command.getCommandSpec().qualifiedName());
        }
        if (word.startsWith("-")) {
            List<String> options = List.copyOf(command.getCommandSpec().optionsMap().keySet());
            return "There is no option " + shown + end(word, options, "shows them.");
        }
        if (!command.getSubcommands().isEmpty()) {
            List<String> verbs = List.copyOf(command.getSubcommands().keySet());
            return "There is no verb " + shown + end(word, verbs, "lists them.");
        }
        return "There is one argument too many, " + shown + "; " + help() + " shows an example.";
    }

    private String end(String word, List<String> known, String otherwise) {
        return Nearest.to(word, known).isPresent()
                ? Nearest.hint(word, known)
                : "; " + help() + " " + otherwise;
    }

    private String missing(CommandLine.MissingParameterException missing) {
        if (missing.getMissing().isEmpty()) {
            return "A verb is missing; " + help() + " lists them.";
        }
        String label = missing.getMissing().getFirst().paramLabel();
        return label + " is missing; " + help() + " shows an example.";
    }

    private String help() {
        return command.getCommandSpec().qualifiedName() + " --help";
    }
}
