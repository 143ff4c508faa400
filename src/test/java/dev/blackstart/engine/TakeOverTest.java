package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.Fetch;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.Handed;
import dev.blackstart.transport.Request;
import dev.blackstart.transport.Transport;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A person takes a run from a process that still lives: that one can neither record nor send.
@Timeout(180)
class TakeOverTest extends EngineCase {
    private static final String ACT =
            """
            steps:
              - action: act
                on: a
                risk: mutate
                run: echo acted >> "$HOME/effects"
                timeout: 20s
            """;

    /// A process that falls asleep between recording that it sends and sending.
    private static final class Asleep implements Transport {
        private final Transport real;
        private final CountDownLatch sleeping = new CountDownLatch(1);
        private final CompletableFuture<Completion> woken = new CompletableFuture<>();
        private Optional<Request> kept = Optional.empty();

        Asleep(Transport real) {
            this.real = real;
        }

        @Override
        public void execute(Request request, Consumer<Handed> sent, Consumer<Completion> deliver) {
            if (request.commandLine().contains("blackstart-act")) {
                kept = Optional.of(request);
                sleeping.countDown();
            } else {
                real.execute(request, sent, deliver);
            }
        }

        Completion.Exited wakesUp() throws Exception {
            real.execute(kept.orElseThrow(), handed -> {}, woken::complete);
            return (Completion.Exited) woken.get(20, TimeUnit.SECONDS);
        }

        @Override
        public void fetch(Fetch fetch, Consumer<FetchResult> deliver) {
            real.fetch(fetch, deliver);
        }

        @Override
        public void close() {}
    }

    private CompletableFuture<RunEnd> started(Rig rig) {
        CompletableFuture<RunEnd> end = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        end.complete(rig.open());
                    } catch (Throwable e) {
                        end.completeExceptionally(e);
                    }
                });
        return end;
    }

    private Rig other(Rig first) throws Exception {
        Rig second = rig(ACT);
        second.journal = first.journal;
        return second;
    }

    @Test
    void whatSleptBeforeItSentIsRefusedWhenItWakesUp() throws Exception {
        try (Rig first = rig(ACT).answer("act", "y");
                Rig second = other(first).answer("act", "retry", "y")) {
            Asleep asleep = new Asleep(first.hosts);
            first.transport = asleep;
            CompletableFuture<RunEnd> end = started(first);
            assertThat(asleep.sleeping.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(second.takeOver("bo", "her terminal is gone"))
                    .isInstanceOf(RunEnd.Closed.class);
            assertThat(outcome(second, "act")).isEqualTo(StepOutcome.SUCCEEDED);
            assertThat(end.get(20, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            RunEnd.TakenOver.class,
                            it -> assertThat(it.by()).isEqualTo(new Person("bo")));
            asleep.wakesUp();
            assertThat(second.effects("a")).containsExactly("acted");
        }
    }

    @Test
    void itsScreenSaysSoWithinTwoSeconds() throws Exception {
        try (Rig first = rig(ACT).answer("act", "silence");
                Rig second = other(first)) {
            CountDownLatch atGate = new CountDownLatch(1);
            first.onGate(gate -> atGate.countDown());
            CompletableFuture<RunEnd> end = started(first);
            assertThat(atGate.await(20, TimeUnit.SECONDS)).isTrue();
            CountDownLatch taken = new CountDownLatch(1);
            second.onResume(taken::countDown);
            CompletableFuture<RunEnd> left =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return second.takeOver("bo", "she does not answer");
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    });
            assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(end.get(2, TimeUnit.SECONDS)).isInstanceOf(RunEnd.TakenOver.class);
            assertThat(left.get(20, TimeUnit.SECONDS)).isInstanceOf(RunEnd.Left.class);
            assertThat(second.events())
                    .contains(
                            new RunEvent.RunResumed(
                                    new Person("bo"),
                                    Optional.of(
                                            new RunEvent.TakeOver(
                                                    Optional.empty(), "she does not answer"))));
        }
    }

    @Test
    void aHostIsGivenUpWhenTheRunIsClosed() throws Exception {
        try (Rig rig = rig(ACT).answer("act", "y")) {
            assertThat(within(rig, 60)).isInstanceOf(RunEnd.Closed.class);
            assertThat(Files.readString(rig.hosts.claims("a").resolve("fences/1.memory")))
                    .startsWith("0 ")
                    .contains(" free ", "anna@");
            RunEvent.Dispatched sent =
                    rig.events().stream()
                            .filter(RunEvent.Dispatched.class::isInstance)
                            .map(RunEvent.Dispatched.class::cast)
                            .findFirst()
                            .orElseThrow();
            assertThat(sent.epoch()).isEqualTo(1);
        }
    }
}
