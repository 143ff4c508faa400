package dev.blackstart.door.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `completion`: what a shell needs to complete this command.
@Command(
        name = "completion",
        description = "Print the completion script for a shell.",
        footerHeading = "%nExample:%n",
        footer = {
            "  source <(blackstart completion bash)",
            "  blackstart completion zsh > ~/.zfunc/_blackstart",
            "  blackstart completion fish > ~/.config/fish/completions/blackstart.fish"
        })
final class CompletionVerb implements Callable<Integer> {
    enum Shell {
        bash,
        zsh,
        fish
    }

    private final Surroundings surroundings;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    Shell shell = Shell.bash;

    CompletionVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String name = "/completion/blackstart." + shell;
        try (InputStream script = CompletionVerb.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is not in this program");
            }
            surroundings
                    .streams()
                    .out()
                    .print(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE.number();
    }
}
