package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A person changes a command for one host: nothing goes out before a new yes to the new text.
@Timeout(180)
class AmendTest extends FailureCase {
    private static final String BETTER =
            "echo amended >> \"$HOME/effects\"; echo fine > \"$HOME/state\"";

    @Test
    void theNewTextIsAskedForAndSentToThatHostAlone() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR).answer("repair", "y", "amend " + BETTER, "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("b")).containsExactly("amended");
            assertThat(rig.effects("a")).containsExactly("acted");
            Gate first = rig.gates.getFirst();
            Gate asked = rig.gates.getLast();
            assertThat(asked.targets()).hasToString("[b]");
            assertThat(asked.commands().getFirst().text()).isEqualTo(BETTER);
            assertThat(asked.digest()).isNotEqualTo(first.digest());
            assertThat(asked.amendments()).hasSize(1);
            assertThat(asked.amendments().getFirst().before())
                    .isEqualTo(first.commands().get(1).text());
            assertThat(asked.amendments().getFirst().after()).isEqualTo(BETTER);
            assertThat(only(rig, RunEvent.Amended.class).by()).hasToString("anna");
        }
    }

    @Test
    void withoutANewYesNothingIsSent() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR).answer("repair", "y", "amend " + BETTER, "n")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("b")).isEmpty();
        }
    }

    @Test
    void theNewTextStaysForLaterAttempts() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR)
                        .answer(
                                "repair",
                                "y",
                                "amend echo tried >> effects; exit 5",
                                "y",
                                "retry")) {
            within(rig, 60);
            assertThat(rig.gates.getLast().commands().getFirst().text())
                    .isEqualTo("echo tried >> effects; exit 5");
            assertThat(rig.effects("b")).containsExactly("tried");
        }
    }

    @Test
    void aScriptIsAmendedAsACopy() throws Exception {
        String action =
                """
                  - action: repair
                    on: b
                    where: host.broken
                    risk: mutate
                    script: scripts/repair.sh
                    env: { WORD: good }
                    timeout: 20s
                """;
        String copy = "#!/bin/sh\n  echo \"$WORD\" >> \"$HOME/effects\"\n";
        try (Rig rig =
                broken("steps:\n" + LOOK + action, "scripts/repair.sh", "#!/bin/sh\nexit 9\n")
                        .answer("repair", "y", "amend b " + copy, "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.gates.getLast().commands().getFirst().text()).isEqualTo(copy);
            assertThat(rig.effects("b")).containsExactly("good");
        }
    }

    @Test
    void anAmendedSnapshotWritesTheArtifactOfItsOwnAttempt() throws Exception {
        String snapshot =
                """
                  - snapshot: copy
                    on: b
                    run: exit 7; echo x > [=artifact]
                    timeout: 20s
                    valid: { run: 'cat "$ARTIFACT"', that: 'lines[0] == "x"' }
                """;
        try (Rig rig = broken("steps:\n" + LOOK + snapshot)) {
            String path = folder + "/blackstart-" + rig.id + "-copy-2.snapshot";
            rig.answer("copy", "y", "amend exit 8; echo x > " + path, "y", "retry", "y", "stop");
            within(rig, 60);
            assertThat(rig.gates)
                    .filteredOn(gate -> gate.kind() == Gate.Kind.APPROVAL)
                    .extracting(gate -> gate.commands().getFirst().text())
                    .last()
                    .isEqualTo("exit 8; echo x > " + path.replace("-2.snapshot", "-3.snapshot"));
        }
    }

    @Test
    void theSameTextIsNoAmendment() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + REPAIR)) {
            rig.answer("repair", "y");
            rig.leaveWhenRefused();
            rig.onGate(gate -> {
                if (gate.kind() == Gate.Kind.DECISION) {
                    rig.answer("repair", "amend " + gate.commands().getFirst().text());
                }
            });
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Left("refused"));
            assertThat(rig.refusals)
                    .containsExactly("That is the command as it was; nothing was amended.");
        }
    }

    @Test
    void aSecretIsNotTakenIntoACommand() throws Exception {
        String yaml =
                """
                parameters:
                  token: { type: secret, help: A token }
                steps:
                  - action: act
                    on: b
                    risk: mutate
                    run: exit 1
                    stdin: token
                    timeout: 20s
                """;
        try (Rig rig = broken(yaml).secret("token", "open-sesame")) {
            rig.answer("act", "y", "amend login --token open-sesame");
            rig.leaveWhenRefused();
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Left("refused"));
            assertThat(rig.refusals.getFirst()).contains("the value of the secret `token`");
            assertThat(rig.events().toString()).doesNotContain("open-sesame");
        }
    }

    @Test
    void anUnprovenCommandMayBeAmendedToo() throws Exception {
        String ineffective = REPAIR.replace("exit 3", "exit 0");
        try (Rig rig =
                broken("steps:\n" + LOOK + ineffective)
                        .answer("repair", "y", "amend " + BETTER, "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("b")).containsExactly("amended");
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(outcome(rig, "repair")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }
}
