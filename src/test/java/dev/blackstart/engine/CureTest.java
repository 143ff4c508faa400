package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cure that goes on working, the verdict it rests on, the snapshot after it and its end.
class CureTest {
    private static final String RUNBOOK =
            """
            runbook: test
            title: A test
            hypotheses:
              frozen_is_cause:
                says: It is frozen.
                confirmed_by: [ any(frozen) ]
                refuted_by: [ none(frozen) ]
            steps:
              - check: look
                on: a
                run: cat "$HOME/state"
                timeout: 10s
                findings: { frozen: 'lines[0] == "frozen"', looping: 'lines[1] == "looping"' }
              - action: thaw
                on: a
                where: host.frozen
                requires: frozen_is_cause
                risk: mutate
                preserve: [ scripts/keep.sh ]
                script: scripts/thaw.sh
                timeout: 20s
                release: { script: scripts/stop.sh, after: restart }
                verify: { check: look, that: "!host.frozen", within: 10s, every: 100ms }
              - snapshot: copy
                on: a
                run: printf keys > [=artifact]
                timeout: 20s
                valid: { script: scripts/valid.sh, that: json.keys > 0 }
                fetch: true
              - action: restart
                on: a
                when: any(looping)
                requires: established.frozen_is_cause && copy.verified
                risk: disrupt
                run: echo restarted >> "$HOME/effects"
                timeout: 20s
            """;

    @TempDir Path folder;

    private Rig rig(String state) throws Exception {
        Rig rig =
                new Rig(
                        folder,
                        RUNBOOK,
                        "scripts/keep.sh",
                        "cat \"$HOME/state\" > \"$HOME/kept\"",
                        "scripts/thaw.sh",
                        "sed -i s/frozen/fine/ \"$HOME/state\"; echo thawed >> \"$HOME/effects\"",
                        "scripts/stop.sh",
                        "echo released >> \"$HOME/effects\"",
                        "scripts/valid.sh",
                        "grep -q keys \"$ARTIFACT\" && echo '{\"keys\": 4}'");
        Files.writeString(rig.hosts.home("a").resolve("state"), state);
        return rig;
    }

    @Test
    void endsTheCureOnlyAfterTheStepItWaitsFor() throws Exception {
        try (Rig rig =
                rig("frozen\nlooping\n")
                        .answer("thaw", "y")
                        .answer("copy", "y")
                        .answer("restart", "y a")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("thawed", "restarted", "released");
        }
    }

    @Test
    void leavesTheCureAtWorkWhenTheRestartIsNotNeededAndSaysSo() throws Exception {
        try (Rig rig = rig("frozen\nquiet\n").answer("thaw", "y").answer("copy", "y")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("thawed");
            assertThat(rig.state().closed().orElseThrow().reasons())
                    .containsExactly(
                            "thaw is still at work on a; end it with scripts/stop.sh, but only after restart");
        }
    }

    @Test
    void keepsTheEvidenceTheCureDestroysFirst() throws Exception {
        try (Rig rig = rig("frozen\nquiet\n").answer("thaw", "y").answer("copy", "y")) {
            rig.open();
            assertThat(rig.hosts.home("a").resolve("kept")).hasContent("frozen\nquiet\n");
        }
    }

    @Test
    void doesNotActWhenTheEvidenceCannotBeKept() throws Exception {
        try (Rig rig = rig("frozen\nquiet\n").answer("thaw", "y", "stop")) {
            Files.createDirectories(rig.hosts.home("a").resolve("kept/state/in/the/way"));
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
            assertThat(rig.effects("a")).isEmpty();
            assertThat(rig.gates.get(1).why().toString()).contains("saving evidence: exit");
        }
    }

    @Test
    void checksFetchesAndComparesTheSnapshot() throws Exception {
        try (Rig rig = rig("frozen\nquiet\n").answer("thaw", "y").answer("copy", "y")) {
            rig.open();
            RunEvent.ArtifactChecked checked = event(rig, RunEvent.ArtifactChecked.class);
            RunEvent.Fetched fetched = event(rig, RunEvent.Fetched.class);
            assertThat(checked.valid()).isEqualTo(Truth.TRUE);
            assertThat(fetched.equal()).isTrue();
            assertThat(Path.of(fetched.local())).hasContent("keys");
        }
    }

    @Test
    void aSnapshotThatIsNotValidVerifiesNothing() throws Exception {
        try (Rig rig = rig("frozen\nlooping\n").answer("thaw", "y").answer("copy", "y", "skip")) {
            rig.breakArtifacts();
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.STILL_BROKEN));
            assertThat(rig.state().settled(new StepId("restart")).orElseThrow().outcome())
                    .isEqualTo(StepOutcome.REFUSED);
        }
    }

    private static <E extends RunEvent> E event(Rig rig, Class<E> kind) throws Exception {
        return rig.events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
