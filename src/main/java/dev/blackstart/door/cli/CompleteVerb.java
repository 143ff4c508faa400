package dev.blackstart.door.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What may stand at the end of a command line; asked by the completion scripts, one candidate a
/// line. It never fails and never says why: a shell is waiting.
@Command(name = "__complete", hidden = true)
final class CompleteVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*")
    List<String> words = List.of();

    CompleteVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        String last = words.isEmpty() ? "" : words.getLast();
        List<String> before = words.isEmpty() ? List.of() : words.subList(0, words.size() - 1);
        try {
            Known known = new Known(surroundings, ports, before);
            new Candidates(spec.root(), known)
                    .of(before, last).stream()
                            .filter(candidate -> candidate.startsWith(last))
                            .distinct()
                            .forEach(surroundings.streams().out()::println);
        } catch (CannotGoOn nothingToOffer) {
            // the command itself will say what is wrong
        }
        return ExitCode.DONE.number();
    }
}
