package dev.blackstart.policy;

import dev.blackstart.policy.Authority.Ruling;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import java.util.List;
import java.util.Optional;

/// The signature of a vote: whose key made it, and whether that key has said yes already.
record Signature(Vote vote, SshKeygen keygen) {
    static Optional<Attestation> of(RunEvent.GateAnswered said) {
        return said.attested().filter(it -> it.way() == Attestation.Way.SIGNATURE);
    }

    Ruling check(SiteFiles files) {
        Attestation attested = of(vote.said()).orElseThrow();
        Optional<Statement> signed = statement(attested);
        if (signed.isEmpty()) {
            return new Ruling.Refused("That is no answer anybody can have signed.");
        }
        SshKeygen.Result result =
                keygen.check(
                        attested.account(),
                        files.signers(),
                        files.revoked(),
                        signed.get(),
                        attested.signature());
        return switch (result) {
            case SshKeygen.Result.Done key -> once(key.text(), attested);
            case SshKeygen.Result.Refused no ->
                    new Ruling.Refused(
                            "The signature of %s does not count: %s."
                                    .formatted(vote.said().by(), no.why()));
        };
    }

    private Optional<Statement> statement(Attestation attested) {
        try {
            return Optional.of(Statement.of(new RunId(vote.run()), vote.said(), attested));
        } catch (IllegalArgumentException nobodyCan) {
            return Optional.empty();
        }
    }

    /// Two names with one key are one person.
    private Ruling once(String key, Attestation attested) {
        Optional<RunEvent.GateAnswered> same =
                vote.before().stream()
                        .filter(it ->
                                it.attested()
                                        .filter(by -> by.fingerprint().equals(key))
                                        .isPresent())
                        .findFirst();
        if (vote.yes() && same.isPresent()) {
            return new Ruling.Refused(
                    "The key %s has said yes already, as %s; a second person has another."
                            .formatted(key, same.get().by()));
        }
        RunEvent.GateAnswered said = vote.said();
        return new Ruling.Counts(
                new RunEvent.GateAnswered(
                        said.gate(),
                        said.digest(),
                        said.choice(),
                        said.typed(),
                        said.note(),
                        said.by(),
                        Optional.of(attested.by(key))),
                List.of());
    }
}
