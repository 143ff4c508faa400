package dev.blackstart.endtoend;

import static dev.blackstart.endtoend.OwnService.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Parameter;
import dev.blackstart.runbook.Secret;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Order;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Service;
import dev.blackstart.service.Snapshot;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.testing.ServedSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service of the program, without HTTP, over a real server: what it carries out survives its
/// stop and is under the same locks as everywhere.
class ServedRunsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Order ORDER = OwnService.order(Mode.LIVE, Map.of());

    @TempDir Path folder;

    private static final String TWO_STEPS =
            """
            runbook: test
            title: A test
            steps:
              - { action: one, on: a, risk: mutate, run: "echo one >> %1$s/effects", timeout: 30s }
              - { action: two, on: a, risk: mutate, run: "echo two >> %1$s/effects", timeout: 30s }
            """;

    private static Gate gate(Service service, RunId run) {
        await().atMost(SOON).until(() -> open(service, run).isPresent());
        return open(service, run).orElseThrow();
    }

    private static Optional<Gate> open(Service service, RunId run) {
        return service.runs().one(run, ANNA).state().gates().open();
    }

    private static void yes(Service service, RunId run, Gate gate) throws InterruptedException {
        Gates.Answer answer = new Gates.Answer(run, gate.id(), gate.digest(), "y", "", "");
        assertThat(service.gates().answer(answer, ANNA, SOON))
                .isInstanceOf(Gates.Outcome.Counted.class);
    }

    @Test
    void whatAStoppedServiceCarriedOutGoesOnWhenItIsStartedAgain() throws Exception {
        OwnService own = new OwnService(folder);
        try (RealSshd host = own.host()) {
            own.books(host, TWO_STEPS.formatted(folder));
            RunId run;
            Service first = own.open(folder.resolve("state"));
            run = first.runs().start(ORDER, ANNA).run();
            yes(first, run, gate(first, run));
            await().atMost(SOON).until(() -> gate(first, run).step().value().equals("two"));
            sameLocks(first);
            first.leave();
            assertThat(first.runs().here(run)).isFalse();
            assertThatThrownBy(() -> first.runs().start(ORDER, ANNA))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it -> assertThat(it.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
            first.close();

            try (Service second = own.open(folder.resolve("state"))) {
                second.takeUp();
                await().atMost(SOON).until(() -> second.runs().here(run));
                await().atMost(SOON)
                        .until(() ->
                                second.runs().one(run, ANNA).events().stream()
                                        .anyMatch(it -> it.event() instanceof RunEvent.RunResumed));
                yes(second, run, gate(second, run));
                await().atMost(SOON)
                        .until(() -> second.runs().one(run, ANNA).state().closed().isPresent());
                Snapshot ended = second.runs().one(run, ANNA);
                assertThat(ended.state().closed().orElseThrow().verdict())
                        .isEqualTo(Verdict.RECOVERED);
                assertThat(ended.state().wheel().holder()).contains(ANNA.person());
                await().atMost(SOON).until(() -> !second.runs().here(run));
            }
            assertThat(Files.readAllLines(folder.resolve("effects"))).containsExactly("one", "two");
            assertThat(folder.resolve("state/reports/" + run + ".md")).isRegularFile();
            assertThat(folder.resolve("state/service/runs")).isEmptyDirectory();
        }
    }

    @Test
    void whatARunLentIsTakenBackWithItsSecretGivenAgain() throws Exception {
        OwnService own = new OwnService(folder);
        Files.writeString(folder.resolve("upstream"), "theirs\n");
        Map<String, Secret> secrets = Map.of("password", new Secret("correct horse"));
        try (RealSshd host = own.host();
                Service service = opened(own, host)) {
            Order order = OwnService.order(Mode.LIVE, secrets);
            RunId run = service.runs().start(order, ANNA).run();
            yes(service, run, gate(service, run));
            ends(service, run, Verdict.RECOVERED_WITH_LOANS);
            assertThat(folder.resolve("word")).hasContent("correct horse\n");
            assertThat(service.runs().secrets(service.runs().one(run, ANNA)))
                    .extracting(Parameter::name)
                    .containsExactly("password");

            refused(() -> service.runs().repay(run, Optional.empty(), Map.of(), ANNA), "password");
            refused(() -> service.runs().repay(run, Optional.of("x"), secrets, ANNA), "step x");
            refused(() -> service.runs().resume(run, secrets, ANNA), "is closed");
            service.runs().repay(run, Optional.of("lend"), secrets, ANNA);
            yes(service, run, gate(service, run));
            ends(service, run, Verdict.RECOVERED);
            assertThat(folder.resolve("upstream")).hasContent("theirs\n");
            refused(() -> service.runs().repay(run, Optional.empty(), secrets, ANNA), "lent");
        }
    }

    private Service opened(OwnService own, RealSshd host) throws IOException {
        own.books(host, ServedSite.lending("test", folder));
        return own.open(folder.resolve("state"));
    }

    private static void ends(Service service, RunId run, Verdict verdict) {
        await().atMost(SOON).until(() -> !service.runs().here(run));
        assertThat(service.runs().one(run, ANNA).state().closed().map(RunEvent.Closed::verdict))
                .contains(verdict);
    }

    private static void refused(ThrowingCallable what, String because) {
        assertThatThrownBy(what).isInstanceOf(Refusal.class).hasMessageContaining(because);
    }

    /// A second run on the same host is told who holds it, and a rehearsal holds nothing.
    private static void sameLocks(Service service) {
        assertThatThrownBy(() -> service.runs().start(ORDER, ANNA))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                            assertThat(it.getMessage())
                                    .contains("is held by run", "Nothing was sent.");
                        });
        Order rehearsal = OwnService.order(Mode.REHEARSAL, Map.of());
        RunId rehearsed = service.runs().start(rehearsal, ANNA).run();
        await().atMost(SOON)
                .until(() -> service.runs().one(rehearsed, ANNA).state().closed().isPresent());
    }
}
