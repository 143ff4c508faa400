package dev.blackstart.door.web;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Prepared;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What will run, in full: each different command once, with all the hosts it goes to.
final class Commands {
    private Commands() {}

    static Json json(List<Prepared> commands) {
        Map<Prepared, List<HostName>> hosts = new LinkedHashMap<>();
        for (Prepared command : commands) {
            Prepared first =
                    hosts.keySet().stream()
                            .filter(it -> it.on(command.host()).equals(command))
                            .findFirst()
                            .orElse(command);
            hosts.computeIfAbsent(first, any -> new ArrayList<>()).add(command.host());
        }
        return Json.array(hosts.entrySet(), it -> one(it.getKey(), it.getValue()));
    }

    private static Json one(Prepared command, List<HostName> hosts) {
        Json.Fields fields =
                Json.object()
                        .with("hosts", Json.texts(hosts.stream().sorted().toList()))
                        .with("label", command.label())
                        .with("script", Json.of(command.script()))
                        .with("sudo", Json.of(command.sudo()))
                        .with("most", Elapsed.shown(command.timeout()))
                        .with("stdin", command.stdin())
                        .with(
                                "environment",
                                Json.array(
                                        command.env().entrySet(),
                                        it -> new Json.Text(it.getKey() + "=" + it.getValue())));
        Json.Fields sent = command.command() ? fields.with("text", command.text()) : fields;
        return command.upload()
                .map(file ->
                        sent.with(
                                "upload",
                                Json.object()
                                        .with("to", file.to())
                                        .with("sha256", file.sha256())
                                        .with("mode", file.mode())
                                        .with("code", file.content())
                                        .with(
                                                "difference",
                                                Json.object()
                                                        .with(
                                                                "code",
                                                                String.join(
                                                                        "\n", file.difference())))))
                .orElse(sent);
    }
}
