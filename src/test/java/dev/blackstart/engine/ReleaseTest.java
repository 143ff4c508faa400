package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Cures are ended by somebody's yes or not at all.
class ReleaseTest extends EngineCase {
    @Test
    void aReleaseThatCannotBeRenderedDoesNotKeepTheRunFromEnding() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                    release: { run: "echo [=hosts.gone.address]", after: next }
                  - action: next
                    on: a
                    risk: mutate
                    run: echo next >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")
                        .answer("next", "y")) {
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Closed.class);
        }
    }

    /// Root's claims lie where no other user's do: who looks for the receipt with other rights
    /// finds none, whatever is at work.
    @Test
    void theReceiptOfAReleaseIsReadWithTheRightsOfTheRelease() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    sudo: true
                    timeout: 20s
                    release: { run: 'echo released >> "$HOME/effects"', after: next }
                  - action: next
                    on: a
                    risk: mutate
                    run: echo next >> "$HOME/effects"
                    sudo: true
                    timeout: 20s
                """)
                        .answer("act", "y")
                        .answer("next", "y")) {
            rig.hosts.loseAfter("a", "echo released");
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Closed.class);
            assertThat(rig.effects("a")).containsExactly("acted", "next", "released");
            assertThat(rig.hosts.lines())
                    .filteredOn(line -> line.contains("blackstart-receipt"))
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(AS_ROOT));
            assertThat(rig.hosts.lines())
                    .filteredOn(line -> line.contains("blackstart-release"))
                    .hasSize(2)
                    .anyMatch(line -> line.contains(AS_ROOT))
                    .anyMatch(line -> !line.contains(AS_ROOT));
        }
    }

    private static final String AS_ROOT = "blackstart-as-root";

    @Test
    void aReleaseIsNotSentAfterARestartWithoutAPerson() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                    release: { run: 'echo released >> "$HOME/effects"', after: next }
                  - action: next
                    on: a
                    risk: mutate
                    run: echo next >> "$HOME/effects"
                    timeout: 20s
                  - manual: tell
                    instructions: Tell.
                """)
                        .answer("act", "y")
                        .answer("next", "y")) {
            rig.atSettled("next", () -> rig.tell(new OperatorCommand.Leave("killed")));
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Left.class);
            List<String> before = rig.effects("a");
            rig.resume();
            assertThat(rig.effects("a")).as("before: " + before).doesNotContain("released");
        }
    }

    @Test
    void aReleaseIsNotSentAfterAKillWithoutAPerson() throws Exception {
        try (Rig rig = releasing()) {
            rig.atSettled(
                    "next",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.atSettled("next", () -> {});
            assertThat(rig.effects("a")).containsExactly("acted", "next");
            rig.resume();
            assertThat(rig.effects("a")).doesNotContain("released");
        }
    }

    @Test
    void anAbortSendsNothing() throws Exception {
        try (Rig rig = releasing()) {
            rig.atSettled(
                    "next",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.atSettled("next", () -> {});
            rig.onResume(() -> rig.tell(new OperatorCommand.Stop(new Person("anna"), "abort")));
            rig.resume();
            assertThat(rig.effects("a")).doesNotContain("released");
        }
    }

    private Rig releasing() throws Exception {
        return rig("""
        steps:
          - action: act
            on: a
            risk: mutate
            run: echo acted >> "$HOME/effects"
            timeout: 20s
            release: { run: 'echo released >> "$HOME/effects"', after: next }
          - action: next
            on: a
            risk: mutate
            run: echo next >> "$HOME/effects"
            timeout: 20s
          - manual: tell
            instructions: Tell.
        """)
                .answer("act", "y")
                .answer("next", "y");
    }
}
