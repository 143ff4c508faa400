package dev.blackstart.service;

import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The secret parameters of a run, which are asked for whenever it is taken up, since none is kept.
/// Without them their values would neither be sent nor masked.
final class SecretsAsked {
    private SecretsAsked() {}

    static List<Parameter> of(Runbook runbook) {
        return runbook.parameters().values().stream()
                .filter(it -> it.type() == ParameterType.SECRET)
                .toList();
    }

    /// @param written names of what came in the open: in the text of a chat, among the parameters
    /// @throws Refusal `REFUSED` when a secret is among them
    static void refuseWritten(Runbook runbook, Set<String> written) {
        List<String> open =
                of(runbook).stream().map(Parameter::name).filter(written::contains).toList();
        if (!open.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.REFUSED,
                    "Nothing was sent: %s is a secret, and what is typed into a chat or stands among `parameters` is kept elsewhere; change it, and give it in the console, with --secret-file or in `secrets`."
                            .formatted(String.join(", ", open)));
        }
    }

    /// @throws Refusal `REFUSED` when one is missing
    static void refuseMissing(Runbook runbook, Map<String, Secret> given) {
        List<String> missing =
                of(runbook).stream()
                        .map(Parameter::name)
                        .filter(name -> !given.containsKey(name))
                        .toList();
        if (!missing.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.REFUSED,
                    "Nothing was sent: secrets are kept nowhere, so %s must be given again."
                            .formatted(String.join(", ", missing)));
        }
    }
}
