package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Owner;
import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Signers;
import dev.blackstart.policy.SiteAuthority;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.policy.Statement;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.testing.Site;
import dev.blackstart.view.Standing;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How many, who changed it, when nothing may be changed, and a no.
@Timeout(120)
class SiteRulesTest extends SiteCase {
    private static final String TWO = "approvals: { disrupt: { people: 2 } }\n";

    @Test
    void oneTypedAndOneSignedAreTwo() throws Exception {
        Site site = site(TWO);
        try (Rig rig = rig(acting("disrupt"), site)) {
            RunEnd end =
                    run(
                            rig,
                            gate -> {
                                rig.tell(typed(gate, "anna"));
                                rig.tell(typed(gate, "bo"));
                                rig.tell(signed(rig, site, gate, "anna"));
                                rig.tell(signed(rig, site, gate, "bo"));
                            });
            assertThat(rig.refusals)
                    .satisfiesExactly(
                            one ->
                                    assertThat(one)
                                            .startsWith("By the policy a typed name does not show"),
                            two -> assertThat(two).startsWith("You have said yes already"));
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void onePersonUnderTwoNamesIsOne() throws Exception {
        Site site = site(TWO);
        site.policy(PEOPLE.replace("bo: {}", "bo: { logins: [ robert ] }") + TWO);
        try (Rig rig = rig(acting("disrupt"), site)) {
            run(
                    rig,
                    gate -> {
                        rig.tell(signed(rig, site, gate, "bo"));
                        rig.tell(new OperatorCommand.HandOver(ANNA, ROBERT));
                        rig.tell(new OperatorCommand.TakeOver(ROBERT, true));
                        rig.tell(typed(gate, "robert"));
                        leave(rig);
                    });
            assertThat(rig.refusals)
                    .singleElement()
                    .asString()
                    .isEqualTo("bo has said yes already, as bo; a second person must, too.");
        }
    }

    /// A policy is refused that gives two people one key; the key is looked at all the same.
    @Test
    void twoNamesWithOneKeyAreOne() throws Exception {
        Site site = site(TWO);
        SiteFiles sane = site.files();
        String text = "bo %s\ncy %s\n".formatted(site.publicKey("bo"), site.publicKey("bo"));
        SiteFiles shared = new SiteFiles(sane.policy(), new Signers(text), Optional.empty());
        try (Rig rig = rig(acting("disrupt"), site)) {
            rig.authority = new SiteAuthority(shared, () -> Optional.of(shared), Site.keygen());
            run(
                    rig,
                    gate -> {
                        rig.tell(signed(rig, site, gate, "bo"));
                        rig.tell(answer(Site.signed(yes(rig, gate, "cy"), site.key("bo")), "cy"));
                        leave(rig);
                    });
            assertThat(rig.refusals)
                    .singleElement()
                    .asString()
                    .contains("has said yes already, as bo; a second person has another.");
        }
    }

    @Test
    void anAuthorDoesNotCount() throws Exception {
        Site site =
                site(
                        "approvals: { disrupt: { exclude_author: true } }\nauthors: { test: [ bo ] }\n");
        try (Rig rig = rig(acting("disrupt"), site)) {
            RunEnd end =
                    run(
                            rig,
                            gate -> {
                                rig.tell(signed(rig, site, gate, "bo"));
                                rig.tell(signed(rig, site, gate, "cy"));
                            });
            assertThat(rig.refusals)
                    .containsExactly(
                            "bo wrote the runbook test, and the policy wants the yes of somebody else.");
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    private static final String FROZEN =
            """
            freezes:
              - freeze: now
                allows: mutate
                from: '2020-01-01T00:00:00Z'
                until: '2999-01-01T00:00:00Z'
            """;

    private static Statement broken(Rig rig, Gate gate, String person) {
        Statement it = yes(rig, gate, person);
        String note = "break-glass: all sites are down";
        return new Statement(
                it.run(), it.gate(), it.digest(), "y", it.typed(), note, person, it.until());
    }

    @Test
    void aFreezeYieldsToASignedReasonOnly() throws Exception {
        Site site = site(FROZEN);
        try (Rig rig = rig(acting("disrupt"), site)) {
            RunEnd end =
                    run(
                            rig,
                            gate -> {
                                rig.tell(typed(gate, "anna"));
                                rig.tell(signed(rig, site, gate, "bo"));
                                rig.tell(
                                        new OperatorCommand.Answer(
                                                gate.id(),
                                                gate.digest(),
                                                "y",
                                                "a",
                                                "break-glass: typed",
                                                ANNA));
                                rig.tell(
                                        answer(
                                                Site.signed(
                                                        broken(rig, gate, "anna"),
                                                        site.key("anna")),
                                                "anna"));
                            });
            String frozen =
                    "The freeze now lasts until 2999-01-01T00:00:00Z \\(.* more\\) and allows nothing above mutate; .*";
            assertThat(rig.refusals).hasSize(3);
            assertThat(rig.refusals.subList(0, 2)).allMatch(it -> it.matches(frozen));
            assertThat(rig.refusals.getLast()).startsWith("Only a signature breaks the glass");
            assertThat(rig.gates.getFirst().cautions()).anyMatch(it -> it.matches(frozen));
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.state().notes())
                    .anyMatch(it ->
                            it.matches(
                                    "BREAK GLASS at gate G1 by anna, key SHA256:\\S+: all sites are down. .* reviewed afterwards."));
            reviewed(rig, site.files().policy());
        }
    }

    /// It stays open until somebody else who may approve says what came of it.
    private static void reviewed(Rig rig, Policy policy) throws Exception {
        assertThat(rig.state().gates().glass().open())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.by()).isEqualTo(ANNA);
                    assertThat(it.reason()).isEqualTo("all sites are down");
                });
        assertThat(Standing.of(rig.state())).isEqualTo("recovered, TO BE REVIEWED");
        GateId gate = new GateId(1);
        for (var no :
                Map.of(
                                "anna", "anna broke the glass, so somebody else reviews it.",
                                "di", "The policy does not know di; it knows anna, bo, cy.")
                        .entrySet()) {
            assertThat(review(rig, policy, no.getKey(), "it was needed")).contains(no.getValue());
        }
        assertThat(review(rig, policy, "bo", " "))
                .hasValueSatisfying(it -> assertThat(it).startsWith("A review says in one line"));
        assertThat(rig.state().gates().glass().open()).hasSize(1);

        assertThat(review(rig, policy, "bo", "it was needed")).isEmpty();
        assertThat(rig.state().gates().glass().open()).isEmpty();
        assertThat(rig.state().closed()).isPresent();
        assertThat(Standing.of(rig.state())).isEqualTo("recovered");
        assertThat(rig.events().getLast())
                .isEqualTo(new RunEvent.GlassReviewed(gate, new Person("bo"), "it was needed"));
        assertThat(review(rig, policy, "bo", "again"))
                .contains("Nothing of gate G1 is to be reviewed.");
    }

    private static Optional<String> review(Rig rig, Policy policy, String person, String reason)
            throws Exception {
        Instant now = Instant.now();
        return new Reviewing(rig.journal, Owner.current(person, now), now)
                .review(
                        rig.state().opened().orElseThrow().run(),
                        new GateId(1),
                        new Person(person),
                        reason,
                        Optional.of(policy));
    }

    @Test
    void whatAFreezeAllowsIsAskedAsEver() throws Exception {
        try (Rig rig = rig(acting("mutate"), site(FROZEN))) {
            RunEnd end = run(rig, gate -> rig.tell(typed(gate, "anna")));
            assertThat(rig.refusals).isEmpty();
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aSignedNoStopsTheRunAndOneOfAStrangerDoesNot() throws Exception {
        Site site = site("approvals: { disrupt: { approvers: [ anna, bo ] } }\n");
        try (Rig rig = rig(acting("disrupt"), site)) {
            RunEnd end =
                    run(
                            rig,
                            gate -> {
                                rig.tell(no(rig, site, gate, "cy"));
                                rig.tell(no(rig, site, gate, "bo"));
                            });
            assertThat(rig.refusals).singleElement().asString().startsWith("cy may not approve");
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    private static OperatorCommand.Answer no(Rig rig, Site site, Gate gate, String person) {
        Statement it =
                new Statement(
                        rig.id,
                        gate.id(),
                        gate.digest(),
                        "n",
                        "",
                        "",
                        person,
                        Instant.now().plusSeconds(600));
        return answer(Site.signed(it, site.key(person)), person);
    }

    @Test
    void nobodySignsHowARunGoesOn() throws Exception {
        Site site = site("");
        try (Rig rig = rig(acting("mutate").replace("echo acted", "false && echo"), site)) {
            rig.answer("act", "silence");
            run(
                    rig,
                    gate -> {
                        if (gate.kind() == Gate.Kind.APPROVAL) {
                            rig.tell(typed(gate, "anna"));
                        } else {
                            Statement it =
                                    new Statement(
                                            rig.id,
                                            gate.id(),
                                            gate.digest(),
                                            "stop",
                                            "",
                                            "",
                                            "anna",
                                            gate.expires());
                            rig.tell(answer(Site.signed(it, site.key("anna")), "anna"));
                            leave(rig);
                        }
                    });
            assertThat(rig.refusals)
                    .singleElement()
                    .asString()
                    .contains("which nobody answers by a signature");
        }
    }

    @Test
    void withoutAPolicyASignatureIsNobodys() throws Exception {
        Site site = site("");
        try (Rig rig = rig(acting("mutate")).answer("act", "silence")) {
            run(
                    rig,
                    gate -> {
                        rig.tell(signed(rig, site, gate, "anna"));
                        leave(rig);
                    });
            assertThat(rig.refusals)
                    .singleElement()
                    .asString()
                    .startsWith("No policy is in force in this run");
            assertThat(rig.events()).noneMatch(RunEvent.GateAnswered.class::isInstance);
        }
    }
}
