package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.journal.EventCodec;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys of the language, each carried out by the real engine.
class KeysTest {
    private static final String HEAD =
            """
            runbook: test
            title: A test
            steps:
            """;
    private static final String LOOK =
            """
              - check: look
                on: nodes
                run: echo x >> "$HOME/looks"; cat "$HOME/state"
                timeout: 10s
                findings: { broken: 'lines[0] == "broken"' }
            """;

    @TempDir Path folder;

    private void state(Rig rig, String host, String state) throws Exception {
        Files.writeString(rig.hosts.home(host).resolve("state"), state + "\n");
    }

    private Rig all(Rig rig, String state) throws Exception {
        for (String host : List.of("a", "b", "c")) {
            state(rig, host, state);
        }
        return rig;
    }

    private static StepOutcome outcome(Rig rig, String step) throws Exception {
        return rig.state().settled(new StepId(step)).orElseThrow().outcome();
    }

    @Test
    void limitTakesTheFirstOfTheHostsThatRemain() throws Exception {
        String steps =
                LOOK
                        + """
                          - action: go
                            on: nodes
                            where: host.broken
                            limit: 1
                            risk: mutate
                            run: echo went >> "$HOME/effects"
                        """;
        try (Rig rig = all(new Rig(folder, HEAD + steps).answer("go", "y"), "broken")) {
            state(rig, "a", "fine");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).isEmpty();
            assertThat(rig.effects("b")).containsExactly("went");
            assertThat(rig.effects("c")).isEmpty();
        }
    }

    @Test
    void aScriptGetsItsEnvironmentAndASecretOnStandardInput() throws Exception {
        String runbook =
                """
                runbook: test
                title: A test
                parameters:
                  token: { type: secret, help: A secret }
                steps:
                  - action: go
                    on: a
                    risk: mutate
                    script: scripts/go.sh
                    env: { NAME: "it's [=host.name]" }
                    stdin: token
                """;
        String script = "echo \"$NAME\" >> \"$HOME/effects\"; cat >> \"$HOME/effects\"";
        try (Rig rig =
                new Rig(folder, runbook, "scripts/go.sh", script)
                        .secret("token", "s3cret-token")
                        .answer("go", "y")) {
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).containsExactly("it's a", "s3cret-token");
            assertThat(rig.hosts.lines()).noneMatch(line -> line.contains("s3cret"));
            EventCodec codec = new EventCodec();
            for (RunEvent event : rig.events()) {
                assertThat(new String(codec.encode(event), StandardCharsets.UTF_8))
                        .doesNotContain("s3cret");
            }
        }
    }

    @Test
    void tooFewWitnessesDecideNothing() throws Exception {
        String steps =
                LOOK.replace("findings:", "witnesses: { min: 3, outside: 0 }\n    findings:")
                        + """
                          - action: go
                            on: a
                            requires: none(broken)
                            risk: mutate
                            run: echo went >> "$HOME/effects"
                        """;
        try (Rig rig = all(new Rig(folder, HEAD + steps), "fine")) {
            rig.hosts.unreachable("c");
            assertThat(rig.open()).isInstanceOf(RunEnd.Closed.class);
            assertThat(outcome(rig, "go")).isEqualTo(StepOutcome.UNDECIDED);
            assertThat(rig.effects("a")).isEmpty();
        }
    }

    @Test
    void aHostThatMayNotTestifyLeavesTheSet() throws Exception {
        String steps =
                """
                  - check: link
                    on: nodes
                    run: cat "$HOME/link"
                    timeout: 10s
                    findings: { linked: 'lines[0] == "up"' }
                """
                        + LOOK.replace("findings:", "admissible: host.linked\n    findings:")
                        + """
                          - action: go
                            on: a
                            requires: all(broken)
                            risk: mutate
                            run: echo went >> "$HOME/effects"
                        """;
        try (Rig rig = all(new Rig(folder, HEAD + steps).answer("go", "y"), "broken")) {
            for (String host : List.of("a", "b", "c")) {
                String link = host.equals("c") ? "down\n" : "up\n";
                Files.writeString(rig.hosts.home(host).resolve("link"), link);
            }
            state(rig, "c", "fine");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.hosts.home("c").resolve("looks")).doesNotExist();
        }
    }

    @Test
    void evidenceThatGotStaleWhileAPersonThoughtIsTakenAgain() throws Exception {
        String steps =
                LOOK.replace("findings:", "fresh_for: 1m\n    findings:")
                        + """
                          - manual: think
                            instructions: Think.
                          - action: go
                            on: a
                            where: host.broken
                            risk: mutate
                            run: echo went >> "$HOME/effects"
                        """;
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        try (Rig rig =
                all(
                        new Rig(folder, HEAD + steps).clock(now::get).answer("think", "done"),
                        "broken")) {
            rig.onGate(gate -> {
                if (gate.step().value().equals("think")) {
                    now.set(now.get().plus(Duration.ofMinutes(5)));
                    state(rig);
                }
            });
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
            assertThat(Files.readAllLines(rig.hosts.home("a").resolve("looks"))).hasSize(2);
        }
    }

    private static void state(Rig rig) throws IOException {
        for (String host : List.of("a", "b", "c")) {
            Files.writeString(rig.hosts.home(host).resolve("state"), "fine\n");
        }
    }

    @Test
    void aFindingIsDerivedFromOthersOfTheSameHost() throws Exception {
        String steps =
                LOOK
                        + """
                          - derive: whole
                            on: nodes
                            value: "!host.broken"
                          - action: go
                            on: nodes
                            where: host.whole
                            risk: mutate
                            run: echo went >> "$HOME/effects"
                        """;
        try (Rig rig = all(new Rig(folder, HEAD + steps).answer("go", "y"), "broken")) {
            state(rig, "b", "fine");
            assertThat(rig.open()).isEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
            assertThat(rig.effects("a")).isEmpty();
            assertThat(rig.effects("b")).containsExactly("went");
        }
    }

    @Test
    void aRebootVoidsWhatAHostHasSaid() throws Exception {
        String steps =
                LOOK
                        + """
                          - action: first
                            on: b
                            risk: mutate
                            run: echo went >> "$HOME/effects"
                          - check: again
                            on: a
                            run: cat "$HOME/state"
                            timeout: 10s
                            findings: { still: exit == 0 }
                        """;
        try (Rig rig = all(new Rig(folder, HEAD + steps).answer("first", "y"), "broken")) {
            rig.onGate(gate -> rig.hosts.bootId("a", "boot-2"));
            rig.open();
            assertThat(rig.state().evidence().of(new StepId("look"), new HostName("a"))).isEmpty();
        }
    }
}
