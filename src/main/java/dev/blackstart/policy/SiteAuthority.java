package dev.blackstart.policy;

import dev.blackstart.run.Freeze;
import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The policy of a site. An answer counts when both the policy the run was opened under and the one
/// that stands now say so: nobody gives themselves a role in a run that is under way, and a role
/// that was taken away counts no longer.
public final class SiteAuthority implements Authority {
    private final SiteFiles opened;
    private final Supplier<Optional<SiteFiles>> now;
    private final SshKeygen keygen;

    /// @param now empty when it cannot be read
    public SiteAuthority(SiteFiles opened, Supplier<Optional<SiteFiles>> now, SshKeygen keygen) {
        this.opened = opened;
        this.now = now;
        this.keygen = keygen;
    }

    @Override
    public boolean proves(Gate gate, RunEvent.GateAnswered said) {
        return said.attested().isPresent() && Authority.approval(gate, said.choice());
    }

    @Override
    public Ruling weigh(RunState state, Gate gate, RunEvent.GateAnswered said, Instant at) {
        if (!Authority.approval(gate, said.choice())) {
            return Signature.of(said).isPresent()
                    ? new Ruling.Refused(
                            "Gate %s asks how the run goes on, which nobody answers by a signature; whoever answers its gates does."
                                    .formatted(gate.id()))
                    : new Ruling.Counts(said, List.of());
        }
        boolean plainNo = said.attested().isEmpty() && !gate.yes(said.choice());
        return plainNo ? new Ruling.Counts(said, List.of()) : weighed(state, gate, said, at);
    }

    private Ruling weighed(RunState state, Gate gate, RunEvent.GateAnswered said, Instant at) {
        Optional<SiteFiles> current = now.get();
        if (current.isEmpty()) {
            return new Ruling.Refused(
                    "The policy that this run was opened under cannot be read now, so nobody's role is known; blackstart policy check says why.");
        }
        Vote vote = new Vote(state, gate, said, at);
        for (SiteFiles files : List.of(opened, current.get())) {
            Optional<String> refusal = new Ballot(files.policy()).refusal(vote);
            if (refusal.isPresent()) {
                return new Ruling.Refused(refusal.get());
            }
        }
        return Signature.of(said).isPresent() ? signed(vote, current.get()) : counted(vote, said);
    }

    private Ruling signed(Vote vote, SiteFiles current) {
        Signature signature = new Signature(vote, keygen);
        Ruling before = signature.check(opened);
        return before instanceof Ruling.Counts && !same(current)
                ? then(vote, signature.check(current))
                : then(vote, before);
    }

    private boolean same(SiteFiles current) {
        return current.signers().equals(opened.signers()) && current.revoked().isEmpty();
    }

    private Ruling then(Vote vote, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Counts it -> counted(vote, it.event());
            case Ruling.Refused it -> it;
        };
    }

    private Ruling counted(Vote vote, RunEvent.GateAnswered event) {
        Optional<String> freeze = vote.freeze(opened.policy().rules());
        boolean broken = vote.yes() && Freeze.broken(event.note());
        return new Ruling.Counts(
                event,
                broken
                        ? List.of(
                                "BREAK GLASS at gate %s by %s, key %s: %s. %s This is to be reviewed afterwards."
                                        .formatted(
                                                vote.gate().id(),
                                                event.by(),
                                                event.attested()
                                                        .map(it -> it.fingerprint())
                                                        .orElse("none"),
                                                event.note().substring(Freeze.BREAK_GLASS.length()),
                                                freeze.orElse("No freeze was in force.")))
                        : List.of());
    }
}
