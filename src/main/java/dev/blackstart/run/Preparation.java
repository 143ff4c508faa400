package dev.blackstart.run;

import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Execution;
import dev.blackstart.runbook.Rendered;
import dev.blackstart.runbook.Scope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Renders commands for hosts.
public final class Preparation {
    /// A command ready to be sent, or one sentence why it cannot be rendered.
    public sealed interface Result {
        record Ready(Prepared prepared) implements Result {}

        record Refused(String reason) implements Result {}

        /// There is no such command.
        record Nothing() implements Result {}
    }

    /// The label of a host that names the folder in which snapshots are written there.
    public static final String ARTIFACT_DIR = "artifact_dir";

    private final Plan plan;

    public Preparation(Plan plan) {
        this.plan = plan;
    }

    /// @param artifact the path a snapshot writes
    public Result prepare(
            Command command, HostName host, Duration timeout, Optional<String> artifact) {
        Scope scope =
                new Scope(
                        plan.parameters(),
                        plan.inventory(),
                        plan.inventory().host(host),
                        artifact,
                        Optional.empty());
        Map<String, String> env = new LinkedHashMap<>();
        for (var variable : command.env().entrySet()) {
            switch (variable.getValue().render(scope)) {
                case Rendered.Done done -> env.put(variable.getKey(), done.text());
                case Rendered.Refused refused -> {
                    return new Result.Refused(refused.reason());
                }
            }
        }
        artifact.ifPresent(path -> env.put("ARTIFACT", path));
        return switch (command.body()) {
            case Command.Body.Script script ->
                    ready(
                            command,
                            host,
                            timeout,
                            env,
                            script.file().path(),
                            script.file().content());
            case Command.Body.Nothing nothing -> ready(command, host, timeout, env, "upload", "");
            case Command.Body.Run run ->
                    switch (run.text().render(scope)) {
                        case Rendered.Done done ->
                                ready(command, host, timeout, env, "run", done.text());
                        case Rendered.Refused refused -> new Result.Refused(refused.reason());
                    };
        };
    }

    private static Result ready(
            Command command,
            HostName host,
            Duration timeout,
            Map<String, String> env,
            String label,
            String text) {
        return new Result.Ready(
                new Prepared(
                        host,
                        label,
                        text,
                        env,
                        command.sudo(),
                        command.stdin(),
                        timeout,
                        command.outputLimit()));
    }

    /// The scripts that save evidence, as one command with the rights and environment of the action
    /// they precede; `Nothing` when there are none.
    Result preserving(Execution execution, HostName host, Duration timeout) {
        if (execution.preserve().isEmpty()) {
            return new Result.Nothing();
        }
        Command action = execution.command();
        Command command =
                new Command(
                        new Command.Body.Script(Scripts.together(execution.preserve())),
                        action.env(),
                        Optional.empty(),
                        action.sudo(),
                        action.outputLimit());
        return prepare(command, host, timeout, Optional.empty());
    }

    /// Where a snapshot is written on its host: in the folder of the label `artifact_dir`, else
    /// `/var/tmp`.
    String artifactPath(RunId run, ActionKey action) {
        String folder =
                plan.inventory()
                        .host(action.host())
                        .map(Host::labels)
                        .map(labels -> labels.get(ARTIFACT_DIR))
                        .orElse("/var/tmp");
        return "%s/blackstart-%s-%s-%d.snapshot"
                .formatted(folder, run, action.step(), action.attempt());
    }
}
