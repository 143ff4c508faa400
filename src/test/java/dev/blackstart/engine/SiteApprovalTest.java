package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.policy.Signers;
import dev.blackstart.policy.SshKeygen;
import dev.blackstart.policy.Statement;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.testing.Site;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whose yes counts under a policy; signatures are made by the real `ssh-keygen`.
@Timeout(120)
class SiteApprovalTest extends SiteCase {
    private static final String OTHERS =
            """
            approvals:
              disrupt: { approvers: [ anna, bo ], exclude_requester: true, within: 10m }
            """;

    private void refused(Site site, String why, Told told) throws Exception {
        try (Rig rig = rig(acting("disrupt"), site)) {
            RunEnd end =
                    run(
                            rig,
                            gate -> {
                                rig.tell(told.by(rig, gate));
                                leave(rig);
                            });
            assertThat(rig.refusals).singleElement().asString().contains(why);
            assertThat(end).isEqualTo(new RunEnd.Left("all was said"));
            assertThat(rig.effects("a")).isEmpty();
            assertThat(rig.events()).noneMatch(RunEvent.GateAnswered.class::isInstance);
            assertThat(rig.events())
                    .anyMatch(it -> it instanceof RunEvent.Noted note && note.text().contains(why));
        }
    }

    private interface Told {
        OperatorCommand.Answer by(Rig rig, Gate gate);
    }

    @Test
    void aSignatureOfSomebodyElseIsAYes() throws Exception {
        Site site = site(OTHERS);
        try (Rig rig = rig(acting("disrupt"), site)) {
            RunEnd end = run(rig, gate -> rig.tell(signed(rig, site, gate, "bo")));
            assertThat(rig.refusals).isEmpty();
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            Gate gate = rig.gates.getFirst();
            assertThat(Duration.between(rig.journal.read(rig.id).getFirst().at(), gate.expires()))
                    .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
            assertThat(gate.cautions())
                    .contains(
                            "The site's policy wants a yes by anna, bo, not by whoever asked for the run; blackstart approve signs one");
            RunEvent.GateAnswered recorded =
                    rig.events().stream()
                            .filter(RunEvent.GateAnswered.class::isInstance)
                            .map(RunEvent.GateAnswered.class::cast)
                            .findFirst()
                            .orElseThrow();
            checkedAgain(rig, site, recorded);
        }
    }

    /// Whoever has the journal can check it years later.
    private static void checkedAgain(Rig rig, Site site, RunEvent.GateAnswered recorded) {
        Attestation attested = recorded.attested().orElseThrow();
        assertThat(attested.fingerprint()).startsWith("SHA256:");
        assertThat(recorded.note()).isEqualTo("because");
        assertThat(recorded.by().name()).isEqualTo("bo");
        assertThat(
                        Site.keygen()
                                .check(
                                        "bo",
                                        new Signers("bo " + site.publicKey("bo")),
                                        Optional.empty(),
                                        Statement.of(rig.id, recorded, attested),
                                        attested.signature()))
                .isEqualTo(new SshKeygen.Result.Done(attested.fingerprint()));
    }

    @Test
    void whoeverAskedForTheRunDoesNotCount() throws Exception {
        String why = "anna asked for this run, and the policy wants the yes of somebody else";
        Site site = site(OTHERS);
        refused(site, why, (rig, gate) -> typed(gate, "anna"));
        refused(site, why, (rig, gate) -> signed(rig, site, gate, "anna"));
    }

    @Test
    void whoeverAskedUnderAnotherAccountDoesNotCountEither() throws Exception {
        Site site = site(OTHERS);
        site.policy(
                PEOPLE.replace("bo: {}", "bo: { logins: [ anna ] }").replace("anna: {}", "di: {}")
                        + OTHERS.replace("anna", "di"));
        refused(site, "bo asked for this run", (rig, gate) -> signed(rig, site, gate, "bo"));
    }

    @Test
    void nobodyIsShownToBeSomebodyElseThanAStranger() throws Exception {
        Site site = site(OTHERS);
        site.policy(PEOPLE.replace("anna: {}", "di: {}") + OTHERS.replace("anna", "di"));
        refused(
                site,
                "The policy does not know anna, who asked for this run",
                (rig, gate) -> signed(rig, site, gate, "bo"));
    }

    @Test
    void aTypedNameIsNobodyElse() throws Exception {
        refused(
                site(OTHERS),
                "By the policy a typed name does not show who it is; bo signs with blackstart approve",
                (rig, gate) -> typed(gate, "bo"));
    }

    @Test
    void aTokenIsNoPersonUnlessThePolicySaysSo() throws Exception {
        Told byToken =
                (rig, gate) ->
                        new OperatorCommand.Answer(
                                gate.id(),
                                gate.digest(),
                                "y",
                                "a",
                                "",
                                yes(rig, gate, "bo").by(),
                                Optional.of(
                                        Attestation.received(
                                                Attestation.Way.TOKEN, "ci", gate.expires())));
        refused(site(OTHERS), "a yes by token does not show who it is", byToken);
    }

    @Test
    void whoeverIsNoApproverDoesNotCount() throws Exception {
        Site site = site(OTHERS);
        refused(
                site,
                "cy may not approve what is of risk disrupt; anna, bo may.",
                (rig, gate) -> signed(rig, site, gate, "cy"));
    }

    @Test
    void theKeyOfAnotherSignsForNobody() throws Exception {
        Site site = site(OTHERS);
        refused(
                site,
                "The signature of bo does not count: its key is none that counts for bo here.",
                (rig, gate) -> answer(Site.signed(yes(rig, gate, "bo"), site.key("cy")), "bo"));
        refused(
                site,
                "cy is not bo by the policy",
                (rig, gate) -> answer(Site.signed(yes(rig, gate, "bo"), site.key("cy")), "cy"));
    }

    @Test
    void whatWasSignedForAnotherGateOrRunDoesNotCount() throws Exception {
        Site site = site(OTHERS);
        refused(
                site,
                "incorrect signature",
                (rig, gate) -> {
                    Statement it = yes(rig, gate, "bo");
                    Statement other =
                            new Statement(
                                    RunId.of(1, 2, 3),
                                    it.gate(),
                                    it.digest(),
                                    "y",
                                    it.typed(),
                                    it.note(),
                                    "bo",
                                    it.until());
                    return answer(Site.signed(other, site.key("bo")), "bo");
                });
        refused(
                site,
                "Gate G1 has changed since you saw it",
                (rig, gate) -> {
                    OperatorCommand.Answer it = signed(rig, site, gate, "bo");
                    return new OperatorCommand.Answer(
                            it.gate(), "00", "y", "a", "because", it.by(), it.attested());
                });
        refused(
                site,
                "Gate G7 is not open",
                (rig, gate) -> {
                    OperatorCommand.Answer it = signed(rig, site, gate, "bo");
                    return new OperatorCommand.Answer(
                            new GateId(7), it.digest(), "y", "a", "", it.by(), it.attested());
                });
    }

    @Test
    void aReasonOrATimeThatWasChangedDoesNotCount() throws Exception {
        Site site = site(OTHERS);
        refused(
                site,
                "incorrect signature",
                (rig, gate) -> {
                    OperatorCommand.Answer it = signed(rig, site, gate, "bo");
                    return new OperatorCommand.Answer(
                            it.gate(), it.digest(), "y", "a", "other", it.by(), it.attested());
                });
        refused(
                site,
                "That answer was good until",
                (rig, gate) ->
                        answer(
                                Site.signed(
                                        until(yes(rig, gate, "bo"), Duration.ofHours(-1)),
                                        site.key("bo")),
                                "bo"));
    }

    @Test
    void anExpiredOrRevokedKeyDoesNotCount() throws Exception {
        Site site = site(OTHERS);
        String key = site.publicKey("bo");
        site.signers("bo valid-before=\"20200101\" " + key + "\n");
        refused(site, "key has expired", (rig, gate) -> signed(rig, site, gate, "bo"));
        site.signers("bo namespaces=\"file\" " + key + "\n");
        refused(site, "not permitted", (rig, gate) -> signed(rig, site, gate, "bo"));
        site.signers("bo " + key + "\n")
                .policy("revoked: revoked\n" + PEOPLE + OTHERS)
                .write("revoked", key + "\n");
        refused(
                site,
                "The signature of bo does not count",
                (rig, gate) -> signed(rig, site, gate, "bo"));
    }

    @Test
    void aRoleThatIsTakenAwayMeanwhileCountsNoLonger() throws Exception {
        Site site = site(OTHERS);
        refused(
                site,
                "bo may not approve",
                (rig, gate) -> {
                    site.policy(PEOPLE + OTHERS.replace("bo ]", "cy ]"));
                    return signed(rig, site, gate, "bo");
                });
        site.policy(PEOPLE + OTHERS);
        refused(
                site,
                "its key is none that counts for bo",
                (rig, gate) -> {
                    site.signers("anna " + site.publicKey("anna") + "\n");
                    return signed(rig, site, gate, "bo");
                });
    }

    @Test
    void aRoleThatIsGivenMeanwhileDoesNotCountInThisRun() throws Exception {
        Site site = site(OTHERS);
        refused(
                site,
                "cy may not approve",
                (rig, gate) -> {
                    site.policy(PEOPLE + OTHERS.replace("bo ]", "bo, cy ]"));
                    return signed(rig, site, gate, "cy");
                });
    }

    @Test
    void aPolicyThatCannotBeReadNowLetsNobodyApprove() throws Exception {
        Site site = site(OTHERS);
        refused(
                site,
                "cannot be read now",
                (rig, gate) -> {
                    site.policy("people: [");
                    return signed(rig, site, gate, "bo");
                });
    }
}
