package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What is sent besides the action, where, and what a yes covers.
class PreservingTest extends EngineCase {
    @Test
    void anActionRunsUnderTheUsualFileModes() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: umask >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")) {
            within(rig, 60);
            assertThat(rig.effects("a")).containsExactly("0022");
        }
    }

    @Test
    void aLimitThatIsReachedNeedsNoWordFromTheOtherHosts() throws Exception {
        try (Rig rig =
                rig(
                        "steps:\n"
                                + LOOK
                                + """
                                  - snapshot: copy
                                    on: nodes
                                    where: host.healthy
                                    limit: 1
                                    run: echo x > [=artifact]
                                    timeout: 20s
                                """)) {
            rig.hosts.unreachable("c");
            within(rig, 60);
            assertThat(rig.gates.getFirst().kind()).isEqualTo(Gate.Kind.APPROVAL);
        }
    }

    @Test
    void theGateShowsThePreservingScriptThatItsYesSends() throws Exception {
        try (Rig rig =
                rig(
                                """
                                steps:
                                  - action: act
                                    on: a
                                    risk: mutate
                                    preserve: [ scripts/keep.sh ]
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """,
                                "scripts/keep.sh",
                                "echo preserved >> \"$HOME/effects\"\n")
                        .answer("act", "y")) {
            within(rig, 60);
            assertThat(rig.effects("a")).containsExactly("preserved", "acted");
            assertThat(rig.gates.getFirst().toString()).contains("echo preserved");
        }
    }

    @Test
    void aPreservingScriptHasTheEnvironmentOfItsAction() throws Exception {
        try (Rig rig =
                rig(
                                """
                                steps:
                                  - action: act
                                    on: a
                                    risk: mutate
                                    preserve: [ scripts/keep.sh ]
                                    script: scripts/act.sh
                                    env: { WHAT: etcd2 }
                                    timeout: 20s
                                """,
                                "scripts/keep.sh",
                                "echo \"keep ${WHAT:-default}\" >> \"$HOME/effects\"\n",
                                "scripts/act.sh",
                                "echo \"act $WHAT\" >> \"$HOME/effects\"\n")
                        .answer("act", "y")) {
            within(rig, 60);
            assertThat(rig.effects("a")).containsExactly("keep etcd2", "act etcd2");
        }
    }

    @Test
    void twoPreservingScriptsKeepTheirInterpreters() throws Exception {
        try (Rig rig =
                rig(
                                """
                                steps:
                                  - action: act
                                    on: a
                                    risk: mutate
                                    preserve: [ scripts/one.sh, scripts/two.sh ]
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """,
                                "scripts/one.sh",
                                "#!/bin/bash\nx=(1 2); echo \"one ${x[1]}\" >> \"$HOME/effects\"\n",
                                "scripts/two.sh",
                                "#!/usr/bin/python3\nimport os\nopen(os.environ['HOME'] + '/effects', 'a').write('two\\n')\n")
                        .answer("act", "y", "stop")) {
            within(rig, 60);
            assertThat(rig.effects("a")).containsExactly("one 2", "two", "acted");
        }
    }

    @Test
    void aDeadHostThatIsNotNeededDoesNotKeepTheOthersFromBeingCured() throws Exception {
        try (Rig rig =
                rig(
                        "steps:\n"
                                + LOOK
                                + """
                                  - action: repair
                                    on: nodes
                                    where: host.broken
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"
                                    timeout: 20s
                                """)) {
            state(rig, "a", "broken");
            rig.hosts.unreachable("c");
            within(rig, 60);
            assertThat(rig.gates.getFirst().choices().toString()).contains("without c");
        }
    }

    @Test
    void anAnswerNamedStopIsRefusedByTheReader() throws Exception {
        Assertions.assertThrows(
                AssertionError.class,
                () ->
                        rig(
                                """
                                steps:
                                  - ask: door
                                    question: Did the door stop or skip?
                                    answers: [ stop, skip ]
                                    finding: door_state
                                """));
    }
}
