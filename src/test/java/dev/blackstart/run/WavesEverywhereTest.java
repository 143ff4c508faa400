package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way in which up to five hosts can end, and every moment at which the process can.
class WavesEverywhereTest {
    /// What a host does with the cure.
    private enum End {
        HELPED,
        FAILED,
        LOST_AND_APPLIED,
        LOST_AND_NOT_APPLIED,
        NOT_HELPED
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "batch: 1",
                "batch: 2\nstop_after_failures: 2",
                "batch: [ 1, 2 ]\npause: 1m\nstop_after_failures: 1",
                "batch: [ 1, 50%, 100% ]\nstop_after_failures: 3"
            })
    void nothingGoesOutOfTurn(String spread) {
        Runbook runbook = PureRun.runbook(WavesTest.yaml(spread));
        int runs = 0;
        for (int count = 1; count <= 3; count++) {
            int patterns = (int) Math.pow(End.values().length, count);
            for (int pattern = 0; pattern < patterns; pattern++) {
                for (String policy : List.of("rest", "stop")) {
                    hold(runbook, count, pattern, policy);
                    runs++;
                }
            }
        }
        assertThat(runs).isEqualTo(2 * (5 + 25 + 125));
    }

    @Test
    void nothingGoesOutOfTurnOnFiveHosts() {
        Runbook runbook =
                PureRun.runbook(WavesTest.yaml("batch: [ 1, 2 ]\nstop_after_failures: 2"));
        for (int pattern = 0; pattern < 3125; pattern += 13) {
            hold(runbook, 5, pattern, "rest");
        }
    }

    private static void hold(Runbook runbook, int count, int pattern, String policy) {
        World world = new World(count, pattern, policy);
        PureRun run = new PureRun(PureRun.plan(runbook, count, false), world).go();
        Spread spread = spread(runbook);
        WaveRules rules = new WaveRules(spread, count);
        try {
            rules.hold(run.events);
        } catch (AssertionError e) {
            throw new AssertionError(
                    count + " hosts, pattern " + pattern + ", " + policy + ", " + spread, e);
        }
        assertThat(run.state.closed()).as("the run ended").isPresent();
        if (policy.equals("rest")) {
            assertThat(rules.sent()).as("everybody was asked in the end").hasSize(count);
        }
    }

    private static Spread spread(Runbook runbook) {
        return runbook.steps().stream()
                .filter(Step.Acting.class::isInstance)
                .map(step -> ((Step.Acting) step).execution().spread())
                .findFirst()
                .orElseThrow();
    }

    /// Answers as a patient operator does.
    private static final class World implements MadeWorld {
        private final SickHosts hosts = new SickHosts();
        private static final List<End> ENDS = List.of(End.values());
        private final End[] ends;
        private final String policy;

        World(int count, int pattern, String policy) {
            this.ends = new End[count];
            this.policy = policy;
            for (int i = 0, rest = pattern; i < count; i++, rest /= ENDS.size()) {
                ends[i] = ENDS.get(rest % ENDS.size());
            }
        }

        private End end(ActionKey action) {
            return ends[Integer.parseInt(action.host().value().substring(1)) - 1];
        }

        @Override
        public Optional<Boolean> finding(
                dev.blackstart.runbook.FindingName finding,
                dev.blackstart.inventory.HostName host) {
            return hosts.finding(finding, host);
        }

        @Override
        public Outcome act(ActionKey action, Purpose purpose) {
            End end = end(action);
            if (end == End.HELPED || end == End.LOST_AND_APPLIED) {
                hosts.fine.add(action.host().value());
            }
            return switch (end) {
                case HELPED, NOT_HELPED -> new Outcome.Succeeded(Duration.ofSeconds(1));
                case FAILED -> new Outcome.Failed("exit 3", Duration.ofSeconds(1));
                case LOST_AND_APPLIED, LOST_AND_NOT_APPLIED -> new Outcome.Unknown("lost");
            };
        }

        @Override
        public Optional<String> answer(Gate gate) {
            if (gate.kind() == Gate.Kind.APPROVAL) {
                return Optional.of("y");
            }
            if (gate.choice("applied").isPresent()) {
                boolean applied = hosts.fine.contains(gate.targets().getFirst().value());
                return Optional.of(applied ? "applied" : "not_applied");
            }
            return Optional.of(gate.choice(policy).isPresent() ? policy : "skip");
        }
    }

    /// The process may end after any event: what was in flight is asked for and never repeated, and
    /// the run goes on with its waves.
    @Test
    void aRunThatIsCutAnywhereKeepsItsWaves() {
        String yaml = WavesTest.yaml("batch: [ 1, 2 ]\npause: 1m");
        Runbook runbook = PureRun.runbook(yaml);
        int whole =
                new PureRun(PureRun.plan(runbook, 5, false), new World(5, 0, "rest"))
                        .go()
                        .events
                        .size();
        for (int cut = 1; cut < whole; cut++) {
            PureRun run =
                    new PureRun(PureRun.plan(runbook, 5, false), new World(5, 0, "rest"))
                            .until(cut)
                            .restart()
                            .go();
            WaveRules rules = new WaveRules(spread(runbook), 5);
            try {
                rules.hold(run.events);
            } catch (AssertionError e) {
                throw new AssertionError("cut after " + cut + " events", e);
            }
            assertThat(rules.sent()).hasSize(5);
            assertThat(run.state.closed().orElseThrow().verdict()).isEqualTo(Verdict.RECOVERED);
        }
    }
}
