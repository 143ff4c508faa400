package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Gate;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// After a failure a person chooses among ways that work, and what was chosen is what happens.
@Timeout(180)
class FailureMenuTest extends FailureCase {
    @Test
    void offersWhatWorksAndTheChoiceThatDoesNothingIsToStop() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + REPAIR).answer("repair", "y", "stop")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            Gate menu = menu(rig);
            assertThat(keys(menu))
                    .containsExactly(
                            "retry",
                            "amend",
                            "inspect",
                            "skip_host",
                            "exclude_host",
                            "skip",
                            "stop");
            assertThat(menu.fallback()).isEqualTo("stop");
            assertThat(menu.targets()).hasToString("[b]");
            assertThat(menu.commands()).hasSize(1);
            assertThat(rig.effects("b")).isEmpty();
        }
    }

    @Test
    void theOnlyHostOfAStepCannotBeLeftOutOfIt() throws Exception {
        String alone = REPAIR.replace("on: nodes", "on: b");
        try (Rig rig = broken("steps:\n" + LOOK + alone).answer("repair", "y", "stop")) {
            within(rig, 60);
            assertThat(keys(menu(rig))).contains("exclude_host").doesNotContain("skip_host");
        }
    }

    @Test
    void theOnlyHostOfARunCannotBeExcluded() throws Exception {
        String alone = (LOOK + REPAIR).replace("on: nodes", "on: b");
        try (Rig rig = broken("steps:\n" + alone).answer("repair", "y", "stop")) {
            within(rig, 60);
            assertThat(keys(menu(rig))).doesNotContain("skip_host", "exclude_host");
        }
    }

    @Test
    void aSkippedHostIsLeftOutOfThisStepAlone() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR + AFTER)
                        .answer("repair", "y", "skip_host")
                        .answer("after", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            assertThat(outcome(rig, "repair")).isEqualTo(StepOutcome.SUCCEEDED);
            assertThat(rig.state().settled(new StepId("repair")).orElseThrow().reasons())
                    .contains("without b (chosen by anna)");
            assertThat(rig.effects("a")).containsExactly("acted", "after");
            assertThat(rig.effects("b")).containsExactly("after");
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .containsExactly("repair went on without b (chosen by anna)");
            RunEvent.HostSkipped skipped = only(rig, RunEvent.HostSkipped.class);
            assertThat(skipped.host()).hasToString("b");
            assertThat(skipped.by()).hasValueSatisfying(by -> assertThat(by).hasToString("anna"));
        }
    }

    @Test
    void allHostsMayBeLeftOutAndThenTheStepHasFailed() throws Exception {
        String failing = REPAIR.replace("run: '", "run: 'exit 4; ");
        try (Rig rig =
                broken("steps:\n" + LOOK + failing + AFTER)
                        .answer("repair", "y", "skip_host a", "skip_host all")
                        .answer("after", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(rig.gates.stream().filter(it -> it.kind() == Gate.Kind.DECISION))
                    .extracting(gate -> gate.targets().toString())
                    .containsExactly("[a, b, c]", "[b, c]");
            assertThat(outcome(rig, "repair")).isEqualTo(StepOutcome.FAILED);
            assertThat(rig.effects("a")).containsExactly("after");
        }
    }

    @Test
    void whichOfSeveralHostsMustBeSaid() throws Exception {
        String failing = REPAIR.replace("run: '", "run: 'exit 4; ");
        for (String typed : new String[] {"skip_host", "skip_host d", "skip_host A", "inspect"}) {
            try (Rig rig = broken("steps:\n" + LOOK + failing).answer("repair", "y", typed)) {
                rig.leaveWhenRefused();
                assertThat(within(rig, 60)).isEqualTo(new RunEnd.Left("refused"));
                assertThat(rig.refusals).hasSize(1);
                assertThat(rig.refusals.getFirst()).contains("a, b, c");
            }
        }
    }

    @Test
    void anExcludedHostTakesNoPartInTheRest() throws Exception {
        String looks =
                """
                  - check: again
                    on: nodes
                    run: echo looked >> "$HOME/looks"; cat "$HOME/state"
                    timeout: 10s
                    findings: { still_broken: 'lines[0] == "broken"' }
                """;
        try (Rig rig =
                broken(
                                "steps:\n"
                                        + LOOK
                                        + REPAIR
                                        + looks
                                        + AFTER.replace(
                                                "run:", "requires: none(still_broken)\n    run:"))
                        .answer("repair", "y", "exclude_host b")
                        .answer("after", "y")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            assertThat(rig.effects("b")).isEmpty();
            assertThat(rig.hosts.home("b").resolve("looks")).doesNotExist();
            Gate after = rig.gates.getLast();
            assertThat(after.targets()).hasToString("[a, c]");
            assertThat(after.licenses())
                    .filteredOn(license -> license.host().value().equals("b"))
                    .allSatisfy(license -> {
                        assertThat(license.value()).isEqualTo("inadmissible");
                        assertThat(license.how()).isEqualTo("excluded by anna");
                    })
                    .hasSize(1);
        }
    }

    @Test
    void aStepForExcludedHostsOnlyAsks() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR + AFTER.replace("on: nodes", "on: b"))
                        .answer("repair", "y", "exclude_host")
                        .answer("after", "skip")) {
            within(rig, 60);
            assertThat(rig.gates.getLast().why())
                    .containsExactly("every host it names was excluded from this run");
            assertThat(rig.effects("b")).isEmpty();
        }
    }

    @Test
    void oneHostIsSkippedAndTheOtherRetried() throws Exception {
        String failing = REPAIR.replace("!= b ]", "= a ]");
        try (Rig rig =
                broken("steps:\n" + LOOK + failing)
                        .answer("repair", "y", "skip_host c", "retry", "y")) {
            rig.onGate(gate -> {
                if (gate.kind() == Gate.Kind.DECISION) {
                    Files.writeString(rig.hosts.home("b").resolve("key"), "");
                }
            });
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            assertThat(rig.effects("a")).containsExactly("acted");
            assertThat(rig.effects("b")).containsExactly("acted");
            assertThat(rig.effects("c")).isEmpty();
            assertThat(rig.gates.getLast().targets()).hasToString("[b]");
        }
    }

    @Test
    void theProofIsAskedAgainWithoutTheHostThatWasLeftBehind() throws Exception {
        String ineffective =
                REPAIR.replace("exit 3;", "exit 3; [ \"$HOST\" != c ] || exit 0;")
                        .replace("!= b ]", "!= nobody ]");
        try (Rig rig = broken("steps:\n" + LOOK + ineffective).answer("repair", "y", "skip_host")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.PARTIAL));
            Gate menu = menu(rig);
            assertThat(menu.headline()).endsWith("its proof did not come.");
            assertThat(menu.targets()).hasToString("[c]");
            assertThat(keys(menu)).startsWith("again", "retry");
            assertThat(outcome(rig, "repair")).isEqualTo(StepOutcome.SUCCEEDED);
        }
    }
}
