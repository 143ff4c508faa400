package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What is looked at for loans, and where.
class LendingTest {
    private static final String YAML =
            """
            runbook: test
            title: A test
            steps:
              - check: look
                on: nodes
                run: 'true'
                findings: { seen: exit == 0 }
              - action: lend
                on: nodes
                requires: any(seen)
                risk: mutate
                run: lend
                undo: { run: give back }
                loan: { due: 24h, capture: { run: print it } }
            """;

    private static List<HostName> looked(ScriptedRun run, CaptureTime when) {
        return run.captured.stream()
                .filter(look -> look.when() == when)
                .map(look -> look.prepared().host())
                .toList();
    }

    /// Excluded while it was under way.
    private static ScriptedRun withoutB() {
        AtomicReference<Optional<ScriptedRun>> self = new AtomicReference<>(Optional.empty());
        ScriptedRun run =
                new ScriptedRun(
                        YAML,
                        command -> {
                            if (command.host().value().equals("b")) {
                                self.get().orElseThrow().add(excluded());
                            }
                            return true;
                        });
        self.set(Optional.of(run));
        run.goOn();
        run.answer("y", "").goOn();
        return run;
    }

    private static RunEvent excluded() {
        return new RunEvent.HostExcluded(
                new HostName("b"), new StepId("lend"), Optional.empty(), Optional.empty(), "down");
    }

    @Test
    void anExcludedHostOwesButIsNotLookedAt() {
        ScriptedRun run = withoutB();
        assertThat(looked(run, CaptureTime.OURS)).hasToString("[a, c]");
        assertThat(run.state.loans().open()).extracting(OpenLoan::host).hasToString("[a, b, c]");
    }

    /// Who asks for it back asks for that host again.
    @Test
    void whatItOwesCanBeRepaid() {
        ScriptedRun run = withoutB();
        assertThat(run.state.closed()).isPresent();
        run.add(new RunEvent.Reopened(new Person("anna"), Optional.empty()));
        run.goOn();
        assertThat(looked(run, CaptureTime.PRESENT)).contains(new HostName("b"));
    }
}
