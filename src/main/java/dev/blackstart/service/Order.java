package dev.blackstart.service;

import dev.blackstart.run.Mode;
import dev.blackstart.runbook.Secret;
import java.util.Map;
import java.util.Optional;

/// A run that somebody wants.
///
/// @param name of the runbook; in mode DRILL of the drill, or of a runbook that has one drill
/// @param parameters values as text, no secrets
/// @param secrets values of secret parameters; they are never kept
/// @param scripted the drill file's own operator answers the gates; in mode DRILL only
/// @param key the caller's own word for this order: the same order with the same key starts nothing
///   again
public record Order(
        String name,
        Mode mode,
        Map<String, String> parameters,
        Map<String, Secret> secrets,
        boolean scripted,
        Optional<Key> key) {
    public Order {
        parameters = Map.copyOf(parameters);
        secrets = Map.copyOf(secrets);
    }

    /// @param word 1 to 200 printable ASCII characters
    /// @param digest SHA-256 (hex) of the order
    public record Key(String word, String digest) {
        /// @param order the same text for the same order; whoever reads the digest must not guess a
        ///   secret in it
        public static Key of(String word, String order) {
            return new Key(word, Keys.sha256(order));
        }
    }
}
