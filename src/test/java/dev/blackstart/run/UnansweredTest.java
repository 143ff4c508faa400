package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// No answer means no, once: the run stands still, and is asked again only when somebody takes it
/// up.
class UnansweredTest {
    private static final String YAML =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: nodes
                run: 'true'
                findings: { seen: exit == 0 }
              - action: repair
                on: nodes
                requires: any(seen)
                risk: mutate
                gate: { within: 5m }
                run: repair
            """;

    /// Nobody is there until somebody is.
    private static final class Absent implements MadeWorld {
        private Optional<String> answer = Optional.empty();

        @Override
        public Optional<Boolean> finding(FindingName finding, HostName host) {
            return Optional.of(true);
        }

        @Override
        public Outcome act(ActionKey action, Purpose purpose) {
            return new Outcome.Succeeded(Duration.ofSeconds(1));
        }

        @Override
        public Optional<String> answer(Gate gate) {
            return answer;
        }
    }

    private final Absent person = new Absent();
    private final PureRun run =
            new PureRun(PureRun.plan(PureRun.runbook(YAML), 2, false), person).go();

    private PureRun later(Duration time) {
        run.now = run.now.plus(time);
        return run.go();
    }

    @Test
    void theRunStandsStillAfterTheFirstGateThatNobodyAnswered() {
        later(Duration.ofMinutes(4));
        assertThat(run.state.gates().open()).isPresent();
        later(Duration.ofMinutes(1));
        assertThat(run.state.paused().orElseThrow().reason())
                .startsWith("gate G1 at repair was not answered by ")
                .endsWith(", which means no; nothing was approved");
        later(Duration.ofHours(5));
        assertThat(run.all(RunEvent.GateOpened.class)).hasSize(1);
        assertThat(run.all(RunEvent.GateVoided.class)).hasSize(1);
        assertThat(run.all(RunEvent.Paused.class)).hasSize(1);
        assertThat(run.all(RunEvent.Dispatched.class)).isEmpty();
        assertThat(run.state.closed()).isEmpty();
    }

    @Test
    void whoeverTakesItUpIsAskedOnFreshEvidence() {
        later(Duration.ofHours(1));
        int looks = run.all(RunEvent.Observed.class).size();
        run.restart().go();
        assertThat(run.all(RunEvent.GateOpened.class)).hasSize(2);
        assertThat(run.all(RunEvent.Observed.class)).hasSizeGreaterThan(looks);
        person.answer = Optional.of("y");
        run.go();
        assertThat(run.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.RECOVERED);
    }

    @Test
    void evidenceThatIsYoungStillIsTakenAgainAsWell() {
        int looks = run.all(RunEvent.Observed.class).size();
        Instant before = run.now;
        later(Duration.ofSeconds(40));
        run.restart().go();
        assertThat(run.all(RunEvent.GateOpened.class)).hasSize(2);
        assertThat(run.all(RunEvent.Observed.class)).hasSize(2 * looks);
        run.go();
        assertThat(run.all(RunEvent.Observed.class)).hasSize(2 * looks);
        Instant restarted = before.plusSeconds(40);
        long takenUp =
                run.events.stream()
                        .filter(recorded -> recorded.event() instanceof RunEvent.RunResumed)
                        .mapToLong(Recorded::sequence)
                        .max()
                        .orElseThrow();
        assertThat(run.state.gates().open().orElseThrow().licenses())
                .isNotEmpty()
                .allSatisfy(license -> assertThat(license.at()).isAfterOrEqualTo(restarted));
        assertThat(
                        run.state
                                .evidence()
                                .of(new StepId("look"), new HostName("n1"))
                                .orElseThrow()
                                .sequence())
                .isGreaterThan(takenUp);
    }

    @Test
    void aYesThatComesAfterwardsDoesNotCount() {
        Gate gate = run.state.gates().open().orElseThrow();
        later(Duration.ofMinutes(5));
        assertThat(
                        GateRules.refusal(
                                run.state,
                                gate.id(),
                                gate.digest(),
                                "y",
                                "",
                                "",
                                PureRun.ANNA,
                                run.now))
                .contains(
                        "Gate G1 closed at 03:05:00 UTC (not answered by 03:05:00 UTC, which means"
                                + " no); nothing was changed by this answer.");
    }
}
