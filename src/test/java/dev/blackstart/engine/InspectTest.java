package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Observation;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A person looks around on a host where something failed: kept under their name, sent once, and
/// evidence of nothing.
@Timeout(180)
class InspectTest extends FailureCase {
    @Test
    void whatItShowsIsKeptUnderTheNameAndTheMenuStaysOpen() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR)
                        .answer("repair", "y", "inspect ls \"$HOME\"; exit 4", "stop")) {
            assertThat(within(rig, 60)).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            RunEvent.InspectionStarted started = only(rig, RunEvent.InspectionStarted.class);
            assertThat(started.command()).isEqualTo("ls \"$HOME\"; exit 4");
            assertThat(started.host()).hasToString("b");
            assertThat(started.by()).hasToString("anna");
            Observation.Seen seen =
                    (Observation.Seen) only(rig, RunEvent.Inspected.class).observation();
            assertThat(seen.exit()).hasValue(4);
            assertThat(seen.stdout().text()).contains("state");
            assertThat(seen.findings()).isEmpty();
            assertThat(rig.gates)
                    .extracting(Gate::kind)
                    .containsExactly(Gate.Kind.APPROVAL, Gate.Kind.DECISION);
        }
    }

    @Test
    void aHostThatTheGateIsNotAboutIsNoCommand() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + REPAIR).answer("repair", "y", "inspect a id")) {
            rig.leaveWhenRefused();
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            assertThat(rig.refusals)
                    .containsExactly(
                            "`a` is none of the hosts that this gate is about; begin with one of b, then the command.");
            assertThat(rig.events()).noneMatch(RunEvent.InspectionStarted.class::isInstance);
        }
    }

    @Test
    void evidenceIsTakenAgainAfterIt() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR)
                        .answer("repair", "y", "inspect echo fine > \"$HOME/state\"", "retry")) {
            within(rig, 60);
            List<RunEvent> events = rig.events();
            int inspected = events.indexOf(only(rig, RunEvent.Inspected.class));
            assertThat(events.subList(inspected, events.size()))
                    .filteredOn(RunEvent.Observed.class::isInstance)
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(rig.effects("b")).isEmpty();
            assertThat(rig.gates.getLast().headline()).contains("no longer needed");
            assertThat(keys(rig.gates.getLast())).doesNotContain("amend");
        }
    }

    @Test
    void itIsSentOnceEvenWhenTheToolIsStoppedMeanwhile() throws Exception {
        try (Rig rig =
                broken("steps:\n" + LOOK + REPAIR)
                        .answer("repair", "y", "inspect echo looked >> \"$HOME/looks\"; sleep 3")) {
            rig.onInspection(() -> rig.tell(new OperatorCommand.Leave("the terminal was closed")));
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            rig.answer("repair", "stop");
            assertThat(rig.resume()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            Path looks = rig.hosts.home("b").resolve("looks");
            await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(looks));
            assertThat(looks).content().isEqualTo("looked\n");
            assertThat(rig.gates.getLast().why())
                    .anyMatch(why -> why.endsWith("no answer (this tool stopped before it ended)"));
        }
    }

    @Test
    void aHostThatDoesNotAnswerIsSaidSo() throws Exception {
        try (Rig rig = broken("steps:\n" + LOOK + REPAIR)) {
            rig.answer("repair", "y", "inspect true", "stop");
            rig.onGate(gate -> {
                if (gate.kind() == Gate.Kind.DECISION) {
                    rig.hosts.unreachable("b");
                }
            });
            within(rig, 60);
            assertThat(only(rig, RunEvent.Inspected.class).observation())
                    .isInstanceOf(Observation.NoAnswer.class);
        }
    }
}
