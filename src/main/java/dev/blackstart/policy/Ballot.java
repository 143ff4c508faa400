package dev.blackstart.policy;

import dev.blackstart.run.Attestation;
import dev.blackstart.run.Attestation.Way;
import dev.blackstart.run.Freeze;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether a policy lets a vote count, apart from what its signature says.
record Ballot(Policy policy) {
    private static final Set<Way> NAMES = Set.of(Way.SIGNATURE, Way.CHAT);

    /// Why not, in one sentence; empty when it does.
    Optional<String> refusal(Vote vote) {
        Optional<Member> known = voter(vote);
        if (known.isEmpty()) {
            return Optional.of(
                    "The policy does not know %s, so that answer does not count; it knows %s."
                            .formatted(
                                    vote.said().by(), String.join(", ", policy.people().keySet())));
        }
        Member member = known.get();
        if (!policy.rule(vote.risk()).approves(member)) {
            return Optional.of(
                    "%s may not approve what is of risk %s; %s may."
                            .formatted(
                                    member.name(),
                                    vote.risk().word(),
                                    policy.approvers(vote.risk())));
        }
        Optional<String> lapsed =
                vote.attested().flatMap(attested -> attestation(vote, member, attested));
        return vote.yes() ? lapsed.or(() -> yes(vote, member)) : lapsed;
    }

    /// A signature and a chat name people as the policy does; a token, a session or who types may
    /// also go by the account on a machine.
    private Optional<Member> voter(Vote vote) {
        Person by = vote.said().by();
        return vote.attested().map(Attestation::way).filter(NAMES::contains).isPresent()
                ? policy.named(by.name())
                : policy.named(by.name()).or(() -> policy.login(by));
    }

    private Optional<String> attestation(Vote vote, Member member, Attestation attested) {
        boolean theirs =
                switch (attested.way()) {
                    case SIGNATURE -> attested.account().equals(member.principal());
                    case CHAT -> member.chatsAs(attested.account());
                    case WEB, TOKEN -> true;
                };
        if (!theirs) {
            return Optional.of(
                    "%s is not %s by the policy, so that answer does not count."
                            .formatted(attested.account(), member.name()));
        }
        return vote.now().isBefore(attested.until())
                ? Optional.empty()
                : Optional.of(
                        "That answer was good until %s; look at the gate again and answer anew."
                                .formatted(attested.until().truncatedTo(ChronoUnit.SECONDS)));
    }

    private Optional<String> yes(Vote vote, Member member) {
        return requester(vote, member)
                .or(() -> author(vote, member))
                .or(() -> twice(vote, member))
                .or(() -> proven(vote) ? Optional.empty() : typed(vote, member))
                .or(() -> frozen(vote));
    }

    private Optional<String> requester(Vote vote, Member member) {
        if (!policy.rule(vote.risk()).excludeRequester()) {
            return Optional.empty();
        }
        for (Person requester : vote.requesters()) {
            Optional<Member> known = policy.login(requester);
            if (known.isEmpty()) {
                return Optional.of(
                        "The policy does not know %s, who asked for this run, so nobody can be shown to be somebody else; name the account in `logins` and open the run again."
                                .formatted(requester));
            }
            if (known.get().equals(member)) {
                return Optional.of(
                        "%s asked for this run, and the policy wants the yes of somebody else; theirs is given with blackstart approve %s."
                                .formatted(member.name(), vote.run()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> author(Vote vote, Member member) {
        if (!policy.rule(vote.risk()).excludeAuthor()) {
            return Optional.empty();
        }
        if (policy.authors().getOrDefault(vote.runbook(), Set.of()).contains(member.name())) {
            return Optional.of(
                    "%s wrote the runbook %s, and the policy wants the yes of somebody else."
                            .formatted(member.name(), vote.runbook()));
        }
        return vote.amenders().stream()
                        .anyMatch(by -> policy.login(by).filter(member::equals).isPresent())
                ? Optional.of(
                        "%s changed a command in this run, and the policy wants the yes of somebody else."
                                .formatted(member.name()))
                : Optional.empty();
    }

    private Optional<String> twice(Vote vote, Member member) {
        return vote.before().stream()
                .filter(it -> policy.login(it.by()).filter(member::equals).isPresent())
                .findFirst()
                .map(it ->
                        "%s has said yes already, as %s; a second person must, too."
                                .formatted(member.name(), it.by()));
    }

    private boolean proven(Vote vote) {
        return proven(vote, vote.said());
    }

    private boolean proven(Vote vote, RunEvent.GateAnswered said) {
        return said.attested()
                .map(Attestation::way)
                .filter(policy.rule(vote.risk()).accepts()::contains)
                .isPresent();
    }

    /// One name that was merely typed is that of whoever answers the gates of the run; everybody
    /// else must be shown to be who they say.
    private Optional<String> typed(Vote vote, Member member) {
        boolean theirs =
                vote.state()
                        .wheel()
                        .holder()
                        .flatMap(policy::login)
                        .filter(member::equals)
                        .isPresent();
        boolean first = vote.before().stream().allMatch(it -> proven(vote, it));
        if (theirs && first && !policy.rule(vote.risk()).excludeRequester()) {
            return Optional.empty();
        }
        String how =
                vote.attested()
                        .map(it -> "a yes by " + it.way().name().toLowerCase(Locale.ROOT))
                        .orElse("a typed name");
        return Optional.of(
                "By the policy %s does not show who it is; %s signs with blackstart approve %s."
                        .formatted(how, member.name(), vote.run()));
    }

    private Optional<String> frozen(Vote vote) {
        Optional<String> freeze = vote.freeze(policy.rules());
        if (freeze.isEmpty() || !Freeze.broken(vote.said().note())) {
            return freeze;
        }
        return vote.attested().filter(it -> it.way() == Way.SIGNATURE).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Only a signature breaks the glass: blackstart approve %s --break-glass REASON."
                                .formatted(vote.run()));
    }
}
