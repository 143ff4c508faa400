package dev.blackstart.door.cli;

import dev.blackstart.drill.Laboratory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lab`: hosts on this machine that really fail. Hands its words to `docker/lab/lab` beside the
/// launcher, which also runs by itself, and ends with its exit code.
@Command(
        name = "lab",
        description = {
            "Hosts on this machine that really fail, for drills (needs root).",
            "needs · up [--profile core|incident-a|node] · status · faults · inject FAULT · probe FAULT · heal [FAULT] · drill NAME · test · incident · ops COMMAND · down",
            "Without a word it says what each of them does."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart lab up",
            "  blackstart lab inject store-log-pipe-frozen ON=cp1",
            "  blackstart lab down"
        })
final class LabVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "WORD",
            arity = "0..*",
            description = "A verb of the lab and what belongs to it.")
    List<String> words = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    boolean help;

    LabVerb(Surroundings surroundings, Ports ignored) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> command = new ArrayList<>(List.of(script().toString()));
        command.addAll(words);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CannotGoOn(
                    ExitCode.REFUSED,
                    "The lab could not be started (%s): its scripts need bash."
                            .formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.WAITING.number();
        }
    }

    private Path script() {
        return surroundings
                .home()
                .map(home -> home.resolve(Laboratory.SCRIPT))
                .filter(Files::isExecutable)
                .orElseThrow(() ->
                        new CannotGoOn(
                                ExitCode.REFUSED,
                                "The lab's scripts are not here: %s belongs beside the launcher."
                                        .formatted(Laboratory.SCRIPT)));
    }
}
