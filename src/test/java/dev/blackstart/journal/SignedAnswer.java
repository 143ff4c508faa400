package dev.blackstart.journal;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import java.time.Instant;
import java.util.Optional;

/// A yes that somebody signed.
final class SignedAnswer {
    static final RunEvent SAMPLE =
            new RunEvent.GateAnswered(
                    new GateId(1),
                    "0123456789abcdef",
                    "y",
                    "cp1",
                    "agreed by phone",
                    new Person("bo"),
                    Optional.of(
                            Attestation.signed(
                                            "bo@example.org",
                                            Instant.parse("2026-11-22T15:05:00Z"),
                                            "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n")
                                    .by("SHA256:wrDvs6McjgixDdfvnOi8EVu0TgtXgPcB7IyKGxdZtVw")));

    private SignedAnswer() {}
}
