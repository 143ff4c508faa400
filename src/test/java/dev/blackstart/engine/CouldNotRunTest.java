package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Observation;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Reading;
import dev.blackstart.runbook.Truth;
import org.junit.jupiter.api.Test;

/// A check that could not run says nothing: neither yes nor no.
class CouldNotRunTest extends EngineCase {
    private static final String GATEWAY =
            """
            hypotheses:
              dead:
                says: The gateway is dead.
                confirmed_by: [ none(answers) ]
                refuted_by: [ any(answers) ]
            steps:
              - check: gateway
                on: a
                run: %s
                sudo: %s
                timeout: 10s
                findings: { answers: exit == 0 }
              - action: restart
                on: b
                when: dead
                risk: disrupt
                requires: dead
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    private Rig asking(String command, boolean sudo, String answer) throws Exception {
        return rig(GATEWAY.formatted(command, sudo)).answer("restart", answer);
    }

    private static Observation observed(Rig rig) throws Exception {
        return rig.events().stream()
                .filter(RunEvent.Observed.class::isInstance)
                .map(event -> ((RunEvent.Observed) event).observation())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatSudoRefusesLicensesNothing() throws Exception {
        try (Rig rig = asking("\"true\"", true, "stop")) {
            rig.hosts.withoutSudo("a");
            within(rig, 60);
            assertThat(observed(rig))
                    .isInstanceOfSatisfying(
                            Observation.NoAnswer.class,
                            it ->
                                    assertThat(it.reason())
                                            .contains(
                                                    "may not run this as root without a password"));
            assertThat(rig.effects("b")).isEmpty();
        }
    }

    @Test
    void aToolThatIsNotThereLicensesNothing() throws Exception {
        try (Rig rig = asking("arpingx -c 3", false, "stop")) {
            within(rig, 60);
            assertThat(observed(rig))
                    .isInstanceOfSatisfying(
                            Observation.Seen.class,
                            it -> {
                                assertThat(it.exit()).hasValue(127);
                                assertThat(it.findings())
                                        .containsEntry(
                                                new FindingName("answers"),
                                                new Reading.Missing(
                                                        "arpingx is not on the host (exit 127)"));
                            });
            assertThat(rig.effects("b")).isEmpty();
        }
    }

    @Test
    void aCommandThatRanAndSaidNoIsAnAnswer() throws Exception {
        try (Rig rig = asking("\"false\"", true, "y b")) {
            within(rig, 60);
            assertThat(outcome(rig, "restart")).isEqualTo(StepOutcome.SUCCEEDED);
            assertThat(rig.effects("b")).containsExactly("acted");
        }
    }

    @Test
    void aSnapshotWhoseCheckCannotRunIsNeitherGoodNorBad() throws Exception {
        String yaml =
                """
                steps:
                  - snapshot: copy
                    on: a
                    run: echo x > [=artifact]
                    timeout: 20s
                    valid: { run: no-such-tool "$ARTIFACT", that: 'lines[0] == "x"' }
                """;
        try (Rig rig = rig(yaml).answer("copy", "y", "stop")) {
            within(rig, 60);
            assertThat(
                            rig.events().stream()
                                    .filter(RunEvent.ArtifactChecked.class::isInstance)
                                    .map(RunEvent.ArtifactChecked.class::cast))
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.valid()).isEqualTo(Truth.UNKNOWN);
                        assertThat(it.reason()).contains("did not run").contains("exit 127");
                    });
        }
    }
}
