package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.run.Kept;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What was not carried out or not proven is never called done, and is never sent twice by itself.
class RetryTest extends EngineCase {
    @Test
    void aSnapshotThatFailedIsNotVerifiedByNoLongerBeingPossible() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - snapshot: copy
                                    on: a
                                    where: host.healthy
                                    run: echo sick > "$HOME/state"; false [=artifact]
                                    timeout: 20s
                                    fetch: true
                                  - action: restart
                                    on: a
                                    risk: disrupt
                                    requires: copy.verified
                                    run: echo restarted >> "$HOME/effects"
                                    timeout: 20s
                                """)
                        .answer("copy", "y", "retry")
                        .answer("restart", "y a")) {
            RunEnd end = within(rig, 60);
            assertThat(rig.effects("a")).as("restarted without a snapshot; run " + end).isEmpty();
            assertThat(rig.state().settled(new StepId("copy"))).isEmpty();
        }
    }

    @Test
    void anUnprovenCureIsNotProvenByAskingToSendItAgain() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: repair
                                    on: a
                                    where: host.broken
                                    risk: mutate
                                    run: echo sick > "$HOME/state"; echo acted >> "$HOME/effects"
                                    timeout: 20s
                                    verify: { check: look, that: host.healthy, within: 1s, every: 100ms }
                                """)
                        .answer("repair", "y", "retry")) {
            state(rig, "a", "broken");
            RunEnd end = within(rig, 60);
            assertThat(end).isNotEqualTo(new RunEnd.Closed(Verdict.RECOVERED));
        }
    }

    @Test
    void aSecondSendingIsVerified() throws Exception {
        try (Rig rig =
                rig("steps:\n"
                                + LOOK
                                + """
                                  - action: repair
                                    on: nodes
                                    where: host.broken
                                    risk: mutate
                                    run: echo acted >> "$HOME/effects"; [ "$HOST" = b ] || echo fine > "$HOME/state"
                                    timeout: 20s
                                    verify: { check: look, that: host.healthy, within: 1s, every: 100ms }
                                """)
                        .answer("repair", "y", "retry", "y", "stop")) {
            state(rig, "a", "broken");
            state(rig, "b", "broken");
            RunEnd end = within(rig, 60);
            assertThat(rig.effects("b")).hasSize(2);
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.STOPPED));
        }
    }

    @Test
    void whatTheReceiptCallsNeverStartedDoesNotStartLater() throws Exception {
        Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y", "retry", "y");
        var real = rig.hosts;
        List<Runnable> late = new ArrayList<>();
        rig.transport =
                new Transport() {
                    private boolean first = true;

                    @Override
                    public void execute(
                            Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
                        if (first && request.commandLine().contains("blackstart-act")) {
                            first = false;
                            sent.accept(new Handed(Optional.of(bootId())));
                            // the host took the request; its login shell or sudo is slow; the link
                            // is lost
                            late.add(() -> real.execute(request, h -> {}, c -> {}));
                            deliver.accept(
                                    new Completion.Lost(
                                            "reset",
                                            Kept.NOTHING,
                                            Kept.NOTHING,
                                            Duration.ofSeconds(1)));
                            return;
                        }
                        real.execute(request, sent, deliver);
                    }

                    @Override
                    public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
                        real.fetch(fetch, deliver);
                    }

                    @Override
                    public void close() {
                        real.close();
                    }
                };
        try (rig) {
            rig.hosts.bootId("a", bootId());
            Files.writeString(folder.resolve("x"), "");
            // it was here before, and the place of claims is as it was: then "no claim" is final
            Path fences = Files.createDirectories(rig.hosts.claims("a").resolve("fences"));
            Files.writeString(fences.resolve("0.memory"), "0 x free r w\n");
            RunEnd end = within(rig, 60);
            late.forEach(Runnable::run);
            Thread.sleep(1500);
            assertThat(rig.effects("a")).as("acted twice; " + end + rig.gates).hasSize(1);
        }
    }

    @Test
    void anEndThatCouldNotBeRecordedIsTold() throws Exception {
        try (Rig rig =
                rig("""
                steps:
                  - action: act
                    on: a
                    risk: mutate
                    run: echo acted >> "$HOME/effects"
                    timeout: 20s
                """)
                        .answer("act", "y")) {
            var real = rig.journal;
            rig.journal =
                    (Journal)
                            Proxy.newProxyInstance(
                                    getClass().getClassLoader(),
                                    new Class<?>[] {Journal.class},
                                    (proxy, method, args) -> {
                                        if (method.getName().equals("append")
                                                && ((List<?>) args[4])
                                                        .stream()
                                                                .anyMatch(
                                                                        RunEvent.Ended.class
                                                                                ::isInstance)) {
                                            throw new JournalException(
                                                    JournalException.Kind.NOT_WRITTEN,
                                                    "disk full",
                                                    new IOException("disk full"));
                                        }
                                        try {
                                            return method.invoke(real, args);
                                        } catch (InvocationTargetException e) {
                                            throw e.getCause();
                                        }
                                    });
            RunEnd end = within(rig, 60);
            assertThat(end).isInstanceOf(RunEnd.JournalFailed.class);
            assertThat(((RunEnd.JournalFailed) end).unrecorded()).hasSize(1);
        }
    }

    @Test
    void aStepOfWhichOnlyTheEvidenceWasKeptHasNotSucceeded() throws Exception {
        try (Rig rig =
                rig(
                                "steps:\n"
                                        + LOOK
                                        + """
                                          - action: repair
                                            on: a
                                            where: host.broken
                                            risk: mutate
                                            preserve: [ scripts/keep.sh ]
                                            run: echo acted >> "$HOME/effects"
                                            timeout: 20s
                                        """,
                                "scripts/keep.sh",
                                "true\n")
                        .answer("repair", "y", "y")) {
            state(rig, "a", "broken");
            rig.hookEnd(
                    "repair",
                    () -> {
                        throw new IOException("kill -9");
                    });
            Assertions.assertThrows(UncheckedIOException.class, rig::open);
            rig.hookEnd("repair", () -> {});
            state(rig, "a", "fine");
            RunEnd end = rig.resume();
            assertThat(rig.effects("a")).isEmpty();
            assertThat(end).isEqualTo(new RunEnd.Closed(Verdict.NOT_NEEDED));
        }
    }
}
