package dev.blackstart.door.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Walks a command line along the declared commands and says what may come next.
final class Candidates {
    private final CommandSpec root;
    private final Known known;

    Candidates(CommandSpec root, Known known) {
        this.root = root;
        this.known = known;
    }

    /// @param words what stands before
    /// @param last the word under way, which may be empty
    List<String> of(List<String> words, String last) {
        CommandSpec command = root;
        int positionals = 0;
        Optional<OptionSpec> awaiting = Optional.empty();
        for (String word : words) {
            if (awaiting.isPresent()) {
                awaiting = Optional.empty();
            } else if (word.startsWith("-")) {
                awaiting = awaiting(command, word);
            } else if (positionals == 0 && command.subcommands().containsKey(word)) {
                command = command.subcommands().get(word).getCommandSpec();
            } else {
                positionals++;
            }
        }
        if (awaiting.isPresent()) {
            return values(awaiting.get());
        }
        return last.startsWith("-") ? options(command) : next(command, positionals);
    }

    /// The option whose value comes next, when this one takes one and has none yet.
    private static Optional<OptionSpec> awaiting(CommandSpec command, String word) {
        return Optional.ofNullable(command.findOption(word))
                .filter(option -> option.arity().max() > 0 && !word.contains("="));
    }

    private static List<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }

    private List<String> next(CommandSpec command, int positionals) {
        List<String> next = new ArrayList<>();
        if (positionals == 0) {
            for (CommandLine verb : command.subcommands().values()) {
                if (!verb.getCommandSpec().usageMessage().hidden()) {
                    next.add(verb.getCommandName());
                }
            }
        }
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            if (parameter.index().contains(positionals)) {
                next.addAll(values(parameter));
            }
        }
        return next;
    }

    private List<String> values(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            List<String> values = new ArrayList<>();
            argument.completionCandidates().forEach(values::add);
            return values;
        }
        if (argument.type().isEnum()) {
            return Arrays.stream(argument.type().getEnumConstants()).map(String::valueOf).toList();
        }
        return switch (argument.paramLabel()) {
            case "RUNBOOK", "RUNBOOK...", "NAME" -> known.runbooks();
            case "RUN" -> known.runs();
            case "HOST" -> known.hosts();
            case "DRILL" -> known.drills();
            default -> List.of();
        };
    }
}
