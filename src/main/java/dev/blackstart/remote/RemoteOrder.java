package dev.blackstart.remote;

import dev.blackstart.runbook.Secret;
import dev.blackstart.view.Json;
import java.util.Map;

/// A run that a service is to start.
///
/// @param name of the runbook, or of the drill in mode `drill`
/// @param scripted the drill file's own operator answers
public record RemoteOrder(
        String name,
        String mode,
        Map<String, String> parameters,
        Map<String, Secret> secrets,
        boolean scripted) {
    public RemoteOrder {
        parameters = Map.copyOf(parameters);
        secrets = Map.copyOf(secrets);
    }

    Json json() {
        boolean drill = mode.equals("drill");
        Json.Fields given = Json.object();
        for (var parameter : parameters.entrySet()) {
            given = given.with(parameter.getKey(), parameter.getValue());
        }
        Json.Fields fields =
                Json.object()
                        .with(drill ? "drill" : "runbook", name)
                        .with("mode", mode)
                        .with("parameters", given)
                        .with("secrets", revealed(secrets));
        return drill ? fields.with("scripted", Json.of(scripted)) : fields;
    }

    static Json.Fields revealed(Map<String, Secret> secrets) {
        Json.Fields fields = Json.object();
        for (var secret : secrets.entrySet()) {
            fields = fields.with(secret.getKey(), secret.getValue().reveal());
        }
        return fields;
    }
}
