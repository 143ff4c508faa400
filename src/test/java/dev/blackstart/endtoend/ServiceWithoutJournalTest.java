package dev.blackstart.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.blackstart.door.http.ServiceSource;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Risk;
import dev.blackstart.service.Caller;
import dev.blackstart.service.Channel;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Grant;
import dev.blackstart.service.Order;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Scope;
import dev.blackstart.service.Service;
import dev.blackstart.testing.Keygen;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.testing.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// F03 as a service meets it: the disk of its journal is full when somebody says yes. Nothing is
/// sent, the service is not ready and says that nobody carries the run out; and once there is room
/// it takes the run up by itself.
class ServiceWithoutJournalTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Caller ANNA =
            new Caller(
                    new Person("anna"),
                    "token anna",
                    Channel.API,
                    new Grant(EnumSet.allOf(Scope.class), Optional.empty(), Risk.IRREVERSIBLE));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aRunGoesOnByItselfOnceTheJournalHasRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path key = Keygen.make(folder.resolve("key"), "ed25519", "");
        try (SmallDisk _ = SmallDisk.on(disk, "100m");
                RealSshd host =
                        RealSshd.start(
                                folder.resolve("sshd"),
                                Keygen.publicPart(key),
                                "ed25519",
                                List.of("SetEnv BLACKSTART_CLAIMS=" + folder.resolve("claims")));
                Service service = open(disk, host, key)) {
            service.takeUp();
            RunId run = service.runs().start(order(), ANNA).run();
            GateView asked = gate(service, run);
            Path filler = disk.resolve("filler");
            fill(filler);

            service.gates().answer(yes(asked), ANNA, Duration.ofMillis(1));

            await().atMost(SOON).until(() -> !service.runs().here(run));
            assertThat(service.journalAnswers()).isFalse();
            assertThat(folder.resolve("effects")).doesNotExist();
            assertThatThrownBy(() -> service.gates().answer(yes(asked), ANNA, Duration.ofMillis(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Nobody carries run");

            Files.delete(filler);

            await().atMost(SOON).until(service::journalAnswers);
            GateView again = gate(service, run);
            service.gates().answer(yes(again), ANNA, SOON);
            await().atMost(SOON)
                    .until(() -> service.runs().one(run, ANNA).state().closed().isPresent());
            assertThat(service.runs().one(run, ANNA).state().closed())
                    .hasValueSatisfying(
                            it -> assertThat(it.verdict()).isEqualTo(Verdict.RECOVERED));
        }
        assertThat(Files.readAllLines(folder.resolve("effects"))).containsExactly("one");
    }

    private static GateView gate(Service service, RunId run) {
        await().atMost(SOON)
                .until(() ->
                        service.runs().here(run)
                                && service.gates().open(service.runs().one(run, ANNA)).isPresent());
        return service.gates().open(service.runs().one(run, ANNA)).orElseThrow();
    }

    private static Gates.Answer yes(GateView asked) {
        return new Gates.Answer(asked.run(), asked.gate().id(), asked.gate().digest(), "y", "", "");
    }

    private static Order order() {
        return new Order("test", Mode.LIVE, Map.of(), Map.of(), false, Optional.empty());
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(filler).isNotEmptyFile();
        }
    }

    private Service open(Path disk, RealSshd host, Path key) throws IOException {
        Path books = Files.createDirectories(folder.resolve("books/test"));
        Files.writeString(
                books.resolve("runbook.yaml"),
                """
                runbook: test
                title: A test
                steps:
                  - action: one
                    on: a
                    risk: mutate
                    run: echo one >> %s/effects
                    timeout: 30s
                """
                        .formatted(folder));
        Path inventory = folder.resolve("books/inventory.yaml");
        Files.writeString(inventory, host.inventory("a"));
        Map<String, String> places =
                Map.of(
                        "blackstart.serve.runbooks", folder.resolve("books").toString(),
                        "blackstart.serve.inventory", inventory.toString(),
                        "blackstart.serve.templates", "templates",
                        "blackstart.serve.identity", key.toString(),
                        "blackstart.serve.state", disk.resolve("journal").toString());
        return ServiceLoader.load(ServiceSource.class)
                .findFirst()
                .orElseThrow()
                .open(name -> Optional.ofNullable(places.get(name)));
    }
}
