package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// When a step's proof shows that something was carried out of which nobody saw the end.
class UnknownProbeTest {
    private static final String YAML =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: nodes
                run: look
                findings: { fine: 'exit == 0' }
              - action: cure
                title: Cure
                on: nodes
                risk: mutate
                run: cure
                timeout: 20s
                verify: { check: look, that: host.fine, within: 10s, every: 5s }
            """;

    private final SickHosts hosts = new SickHosts();

    private PureRun run(String... answers) {
        hosts.answers.addAll(List.of(answers));
        return new PureRun(PureRun.plan(PureRun.runbook(YAML), 1, false), hosts).go();
    }

    private void isCuredAndLost() {
        hosts.onAct.put(
                "n1",
                () -> {
                    hosts.silent.clear();
                    hosts.fine.add("n1");
                });
        hosts.lost.add("n1");
    }

    @Test
    void whatFailedBeforeAndHoldsNowWasCarriedOut() {
        isCuredAndLost();
        assertThat(run("y").all(RunEvent.Resolved.class))
                .singleElement()
                .satisfies(resolved -> {
                    assertThat(resolved.by()).isEqualTo(Resolver.PROBE);
                    assertThat(resolved.outcome()).isInstanceOf(Outcome.Succeeded.class);
                });
    }

    @Test
    void whatHeldBeforeTellsNothing() {
        hosts.fine.add("n1");
        isCuredAndLost();
        assertThat(run("y").all(RunEvent.Resolved.class)).isEmpty();
        assertThat(hosts.gates.getLast().why())
                .contains("its proof held before it was sent, so it tells nothing of it");
    }

    @Test
    void whatNobodyCouldAskForBeforeTellsNothing() {
        hosts.silent.add("n1");
        isCuredAndLost();
        tellsNothing(run("y"));
    }

    /// The first attempt fails and has done its work all the same; nobody looks before the second.
    @Test
    void whatAnEarlierAttemptMayHaveDoneTellsNothing() {
        hosts.failing.add("n1");
        hosts.onAct.put(
                "n1",
                () -> {
                    if (!hosts.fine.add("n1")) {
                        hosts.lost.add("n1");
                    }
                });
        tellsNothing(run("y", "retry", "y"));
    }

    private void tellsNothing(PureRun run) {
        assertThat(run.all(RunEvent.Resolved.class)).isEmpty();
        assertThat(hosts.gates.getLast().headline()).contains("outcome unknown");
        assertThat(hosts.gates.getLast().why())
                .contains(
                        "whether its proof held before it was sent is not known, so it tells nothing of it");
    }
}
