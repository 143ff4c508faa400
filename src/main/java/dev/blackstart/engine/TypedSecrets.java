package dev.blackstart.engine;

import dev.blackstart.runbook.Secret;
import java.util.Map;
import java.util.Optional;

/// Keeps the values of secrets out of what people type at gates: all of that is journaled.
final class TypedSecrets {
    private final Map<String, Secret> secrets;

    TypedSecrets(Map<String, Secret> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /// A reason as it may be kept: one that holds a secret is not, and what it was given for counts
    /// all the same.
    String kept(String reason) {
        return in(reason).isEmpty() ? reason : "the reason given held a secret and is not kept";
    }

    /// Which secret a text holds, in one sentence.
    Optional<String> in(String text) {
        return secrets.entrySet().stream()
                .filter(secret -> !secret.getValue().reveal().isEmpty())
                .filter(secret -> text.contains(secret.getValue().reveal()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(name ->
                        "That holds the value of the secret `%s`, and what is typed here is kept; a secret reaches a host only through `stdin`."
                                .formatted(name));
    }
}
