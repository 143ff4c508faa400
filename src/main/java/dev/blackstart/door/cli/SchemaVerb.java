package dev.blackstart.door.cli;

import dev.blackstart.reading.Schema;
import dev.blackstart.runbook.Nearest;
import dev.blackstart.view.Escaped;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `schema`: the JSON Schema by which editors complete and check.
@Command(
        name = "schema",
        description = "Print the JSON Schema of runbook, inventory, drill, policy or chat files.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart schema runbook > runbook.schema.json"})
final class SchemaVerb implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            defaultValue = "runbook",
            description = "runbook, inventory, drill, policy or chat (default: runbook).")
    String kind = "runbook";

    SchemaVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String schema =
                switch (kind) {
                    case "runbook" -> Schema.runbook();
                    case "inventory" -> Schema.inventory();
                    case "drill" -> Schema.drill();
                    case "policy" -> Schema.policy();
                    case "chat" -> Schema.chat();
                    default -> throw unknown();
                };
        surroundings.streams().out().println(schema.stripTrailing());
        return ExitCode.DONE.number();
    }

    private CannotGoOn unknown() {
        List<String> kinds = List.of("runbook", "inventory", "drill", "policy", "chat");
        return new CannotGoOn(
                ExitCode.USAGE,
                "There is no schema "
                        + Escaped.line(kind, 64)
                        + "; the kinds are runbook, inventory, drill, policy and chat"
                        + Nearest.hint(kind, kinds)
                        + (Nearest.to(kind, kinds).isPresent() ? "" : "."));
    }
}
