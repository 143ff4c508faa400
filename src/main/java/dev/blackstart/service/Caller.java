package dev.blackstart.service;

import dev.blackstart.run.Person;

/// Who asks for something, and by which way.
///
/// @param credential what they proved it with, such as the name of a token; never the secret itself
public record Caller(Person person, String credential, Channel channel, Grant grant) {
    /// @throws Refusal `NOT_ALLOWED` when this is not granted
    void must(Scope scope) {
        if (!grant.may(scope)) {
            throw new Refusal(
                    Refusal.Kind.NOT_ALLOWED,
                    "This needs the scope %s, which %s does not have."
                            .formatted(scope.word(), credential));
        }
    }

    /// @throws Refusal `NOT_FOUND` when the runbook is out of reach: whoever may not see it does
    ///   not learn that it is there
    void mustReach(String runbook, Refusal absent) {
        if (!grant.reaches(runbook)) {
            throw absent;
        }
    }
}
