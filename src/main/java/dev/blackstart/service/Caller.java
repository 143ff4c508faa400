package dev.blackstart.service;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Risk;
import java.time.Instant;

/// Who asks for something, and by which way.
///
/// @param credential what they proved it with: `token NAME`, a session, or in chat the account as
///   the policy of the site writes it, such as `slack:T024BE7LD/U2147483697`; never a secret
public record Caller(Person person, String credential, Channel channel, Grant grant) {
    /// How this process knows who answers a gate.
    ///
    /// @param until the answer must be counted before this moment
    Attestation attestation(Instant until) {
        Attestation.Way way =
                switch (channel) {
                    case API -> Attestation.Way.TOKEN;
                    case WEB -> Attestation.Way.WEB;
                    case CHAT -> Attestation.Way.CHAT;
                };
        return Attestation.received(way, credential, until);
    }

    /// @throws Refusal `NOT_ALLOWED` when this is not granted
    void must(Scope scope) {
        if (!grant.may(scope)) {
            throw new Refusal(
                    Refusal.Kind.NOT_ALLOWED,
                    "This needs the scope %s, which %s does not have."
                            .formatted(scope.word(), credential));
        }
    }

    /// @throws Refusal `NOT_ALLOWED` when the risk is above what is granted
    void mustCover(Risk risk) {
        if (!grant.covers(risk)) {
            throw new Refusal(
                    Refusal.Kind.NOT_ALLOWED,
                    "%s may say yes up to the risk %s, and this is %s."
                            .formatted(credential, grant.risk().word(), risk.word()));
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
