package dev.blackstart.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.policy.Policy;
import dev.blackstart.policy.Rule;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.run.Attestation.Way;
import dev.blackstart.run.Freeze;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Risk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A policy is read with the file of signers beside it, and all that is doubtful is said at once.
class PolicyReaderTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICWafvHdl4Ea/LHk0RwbFGYgoXVMcm/lLXEIT6H30s5k";
    private static final String OTHER = KEY.replace("s5k", "s5l");

    @TempDir Path folder;

    private Read<SiteFiles> read(String policy, String signers) throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), policy);
        Files.writeString(folder.resolve("allowed_signers"), signers);
        return PolicyReader.read(folder.resolve("policy.yaml"));
    }

    private List<String> problems(String policy, String signers) throws Exception {
        return read(policy, signers).problems().stream()
                .map(it -> it.toString().replace(folder + "/", ""))
                .toList();
    }

    private Policy policy(String text) throws Exception {
        return ((Read.Accepted<SiteFiles>) read(text, "anna " + KEY)).value().policy();
    }

    @Test
    void everythingThatCanBeSaid() throws Exception {
        Policy policy =
                policy(
                        """
                        signers: allowed_signers
                        revoked: revoked_keys
                        people:
                          anna: { logins: [ a.smith ], principal: anna@example.org, chat: { slack: T1/U2 } }
                          bo: {}
                          cy: {}
                        approvals:
                          disrupt: { people: 1, approvers: [ anna, bo ], exclude_requester: true, within: 15m }
                          irreversible: { people: 2, exclude_author: true, accepts: [ signature, token ] }
                        freezes:
                          - { freeze: year-end, allows: mutate, from: '2026-12-20T00:00:00Z', until: '2027-01-04T06:00:00+01:00' }
                          - { freeze: weekend, allows: none, from: fri 16:00, until: mon 06:00, zone: Europe/Berlin }
                        authors: { cluster-recovery: [ cy ] }
                        """);
        assertThat(Objects.requireNonNull(policy.people().get("anna")).logins())
                .containsExactlyInAnyOrder("anna", "a.smith");
        assertThat(policy.chat("slack", "T1/U2")).map(it -> it.name()).contains("anna");
        assertThat(policy.rule(Risk.MUTATE)).isEqualTo(Rule.USUAL_RULE);
        assertThat(policy.rule(Risk.DISRUPT))
                .isEqualTo(
                        new Rule(
                                1,
                                List.of("anna", "bo"),
                                Rule.USUAL,
                                true,
                                false,
                                Optional.of(Duration.ofMinutes(15))));
        assertThat(policy.rule(Risk.IRREVERSIBLE).accepts())
                .isEqualTo(Set.of(Way.SIGNATURE, Way.TOKEN));
        assertThat(policy.authors()).containsEntry("cluster-recovery", Set.of("cy"));
        assertThat(policy.revoked()).contains("revoked_keys");
        assertThat(policy.freezes()).hasSize(2);
    }

    @Test
    void whatNobodyCanApproveAndWhatIsOverIsDoubtful() throws Exception {
        read(
                """
                people:
                  anna: {}
                  bo: {}
                  cy: { chat: { slack: T1/U3 } }
                approvals:
                  mutate: { approvers: [ bo ], exclude_requester: true }
                  disrupt: { people: 2, approvers: [ anna, cy ] }
                  irreversible: { people: 2, approvers: [ anna, bo ], accepts: [ signature ], exclude_requester: true }
                freezes:
                  - { freeze: old, allows: mutate, from: '2025-12-20T00:00:00Z', until: '2026-01-04T06:00:00Z' }
                  - { freeze: weekend, allows: none, from: fri 16:00, until: mon 06:00, zone: UTC }
                """,
                "anna " + KEY);
        List<String> doubts =
                PolicyLint.check(
                                folder.resolve("policy.yaml"),
                                Instant.parse("2026-01-04T06:00:00Z"))
                        .stream()
                        .map(it -> it.toString().replace(folder + "/", ""))
                        .toList();
        assertThat(doubts)
                .filteredOn(it -> it.contains("[nobody-can-approve]"))
                .hasSize(2)
                .anyMatch(it ->
                        it.startsWith(
                                "policy.yaml:6:3: error: what is of risk mutate asks for 1 people, and nobody can show"))
                .anyMatch(it ->
                        it.startsWith(
                                "policy.yaml:8:3: error: what is of risk irreversible asks for 2 people, and only anna can show"));
        assertThat(doubts)
                .filteredOn(it -> it.contains("[freeze-over]"))
                .singleElement()
                .asString()
                .startsWith("policy.yaml:10:")
                .contains("warning: the freeze old ended 2026-01-04T06:00:00Z");
        assertThat(
                        PolicyLint.check(
                                folder.resolve("policy.yaml"),
                                Instant.parse("2026-01-04T05:59:59Z")))
                .noneMatch(it -> it.toString().contains("freeze-over"));
    }

    /// Friday 16:00 in Berlin is 15:00 UTC in winter and 14:00 in summer.
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T14:59:59Z,",
        "2026-11-20T15:00:00Z,2026-11-23T05:00:00Z",
        "2026-11-23T04:59:59Z,2026-11-23T05:00:00Z",
        "2026-11-23T05:00:00Z,",
        "2026-11-25T12:00:00Z,",
        "2026-07-03T14:00:00Z,2026-07-06T04:00:00Z",
        "2026-10-24T12:00:00Z,2026-10-26T05:00:00Z"
    })
    void aFreezeOfEveryWeekGoesByItsZone(Instant now, Instant until) throws Exception {
        Freeze freeze =
                policy(
                                """
                                people: { anna: {} }
                                freezes:
                                  - { freeze: weekend, allows: mutate, from: fri 16:00, until: mon 06:00, zone: Europe/Berlin }
                                """)
                        .freezes()
                        .getFirst();
        assertThat(freeze.until(now)).isEqualTo(Optional.ofNullable(until));
        assertThat(freeze.refusal(Risk.MUTATE, now)).isEmpty();
        assertThat(freeze.refusal(Risk.DISRUPT, now).isPresent()).isEqualTo(until != null);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws Exception {
        assertThat(
                        problems(
                                """
                                people:
                                  anna: { logins: [ a.smith ], chat: { slack: T1/U2 } }
                                  bo: { logins: [ a.smith ], chat: { slack: T1/U2 } }
                                approvals:
                                  disrupt: { people: 2, approvers: [ ana, bo ] }
                                  irreversible: { people: 1, exclude_requester: true }
                                freezes:
                                  - { freeze: a, allows: mutate, from: fri 16:00, until: '2027-01-04T06:00:00Z' }
                                  - { freeze: b, allows: mutate, from: fri 16:00, until: mon 06:00 }
                                  - { freeze: c, allows: all, from: '2027-01-04T06:00:00Z', until: '2026-01-04T06:00:00Z' }
                                """,
                                "anna,bo %s\n*@example.org %s\nrubbish\n".formatted(KEY, OTHER)))
                .containsExactly(
                        "allowed_signers:1:1: error: this key signs for anna and bo; one key is one person's [shared-key]",
                        "allowed_signers:2:1: error: this key signs for whoever a pattern fits; name one person [shared-key]",
                        "allowed_signers:3:1: error: this is no line of allowed signers: principals, options, type and key [signer]",
                        "policy.yaml:3:3: error: T1/U2 of slack is that of anna already; one account is one person's, else nobody knows who said yes [shared-account]",
                        "policy.yaml:3:3: error: the account a.smith is that of anna already; one account is one person's, else nobody knows who said yes [shared-account]",
                        "policy.yaml:5:3: error: 2 people must say yes and only 1 may; name more approvers or ask for fewer people [too-few-approvers]",
                        "policy.yaml:5:38: error: `people` has no ana; did you mean `anna`? [unknown-person]",
                        "policy.yaml:6:3: warning: whoever of the approvers asks for a run cannot get it approved, since all of them must say yes; name one more [too-few-approvers]",
                        "policy.yaml:6:19: warning: what is of risk irreversible always asks for 2 people, so this has no effect [no-effect]",
                        "policy.yaml:8:58: error: `from` and `until` must both be times, or both days of the week [freeze]",
                        "policy.yaml:9:7: error: a day of the week needs `zone`: whose clocks does it go by? Europe/Berlin or UTC [freeze]",
                        "policy.yaml:10:26: error: `allows` must be one of none, mutate, disrupt, not `all` [wrong-value]",
                        "policy.yaml:10:68: error: `until` must be later than `from` [freeze]");
    }

    @Test
    void whatNobodyCanSignIsDoubtful() throws Exception {
        assertThat(
                        problems(
                                """
                                people: { anna: {}, bo: {}, cy: {} }
                                approvals: { disrupt: { approvers: [ anna, bo ] } }
                                """,
                                "anna namespaces=\"git\" " + KEY + "\n# nobody else\n"))
                .containsExactly(
                        "allowed_signers:1:1: warning: this key may not sign approvals; add blackstart-gate@v1 to its namespaces [namespace]",
                        "policy.yaml:1:21: warning: bo may approve and has no key under the principal bo in allowed_signers, so cannot sign [no-key]");
    }

    @Test
    void twoNamesOfOneKeyAreRefused() throws Exception {
        assertThat(
                        problems(
                                "people: { anna: {}, bo: {} }\n",
                                "anna %s\nbo %s\n".formatted(KEY, KEY)))
                .containsExactly(
                        "allowed_signers:2:1: error: this is the key of line 1 under another name; two names with one key are one person [shared-key]");
    }

    @Test
    void thePageShowsAPolicyThatIsRead() throws Exception {
        String page = Files.readString(Path.of("src/site/markdown/policy.md"));
        String example = page.replaceFirst("(?s).*?```yaml\n(.*?)```.*", "$1");
        assertThat(problems(example, "anna@example.org %s\n".formatted(KEY)))
                .allMatch(it -> it.endsWith("[no-key]"))
                .hasSize(2);
    }

    @Test
    void aFileOfSignersMustBeThere() throws Exception {
        Files.writeString(folder.resolve("policy.yaml"), "people: { anna: {} }\nsigners: other\n");
        assertThat(PolicyReader.read(folder.resolve("policy.yaml")).problems())
                .singleElement()
                .asString()
                .contains("/other:1:1: error: there is no such file");
    }
}
