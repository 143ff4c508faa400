package dev.blackstart.reading;

import dev.blackstart.reading.shape.Nearest;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Text;
import java.util.Map;
import java.util.Optional;

/// Reads `run` or `script` with `env`, `stdin`, `sudo` and `output_limit`.
final class CommandReader {
    private final Desk desk;

    CommandReader(Desk desk) {
        this.desk = desk;
    }

    Optional<Command> read(Entries entries) {
        return reading(entries, false);
    }

    /// @param maybeNothing there is something else to do, so that a command need not be there
    Optional<Command> reading(Entries entries, boolean maybeNothing) {
        Map<String, Text> env = Environment.read(entries, desk);
        Optional<String> stdin = entries.text("stdin");
        stdin.ifPresent(name -> checkStdin(entries, name));
        Optional<Command.Body> run =
                entries.scalar("run").flatMap(desk::command).map(Command.Body.Run::new);
        Optional<Command.Body> script =
                entries.scalar("script").flatMap(desk::script).map(Command.Body.Script::new);
        boolean nothing = maybeNothing && !entries.has("run") && !entries.has("script");
        return run.or(() -> script)
                .or(() -> nothing ? Optional.of(new Command.Body.Nothing()) : Optional.empty())
                .map(body ->
                        new Command(
                                body,
                                env,
                                stdin,
                                entries.yes("sudo"),
                                entries.whole("output_limit")
                                        .orElse(Command.DEFAULT_OUTPUT_LIMIT)));
    }

    private void checkStdin(Entries entries, String name) {
        if (desk.parameter(name).filter(type -> type == ParameterType.SECRET).isEmpty()) {
            desk.problems()
                    .error(
                            entries.valueAt("stdin"),
                            "stdin",
                            "`stdin` names a parameter of type secret, and `%s` is none%s"
                                    .formatted(name, Nearest.hint(name, desk.secretNames())));
        }
    }
}
