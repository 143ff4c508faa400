package dev.blackstart.endtoend;

import static dev.blackstart.endtoend.OwnService.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.blackstart.run.Mode;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Verdict;
import dev.blackstart.service.GateView;
import dev.blackstart.service.Gates;
import dev.blackstart.service.Refusal;
import dev.blackstart.service.Service;
import dev.blackstart.testing.RealSshd;
import dev.blackstart.testing.SmallDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// F03 as a service meets it: the disk of its journal is full when somebody says yes. Nothing is
/// sent, the service is not ready and says that nobody carries the run out; and once there is room
/// it takes the run up by itself.
class ServiceWithoutJournalTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aRunGoesOnByItselfOnceTheJournalHasRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        OwnService own = new OwnService(folder);
        try (SmallDisk _ = SmallDisk.on(disk, "100m");
                RealSshd host = own.host();
                Service service = open(own, host, disk)) {
            service.takeUp();
            RunId run = service.runs().start(OwnService.order(Mode.LIVE, Map.of()), ANNA).run();
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

    private Service open(OwnService own, RealSshd host, Path disk) throws IOException {
        own.books(
                host,
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
        return own.open(disk.resolve("journal"));
    }
}
