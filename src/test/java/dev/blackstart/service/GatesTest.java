package dev.blackstart.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.journal.EventSamples;
import dev.blackstart.journal.SqliteJournal;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.Risk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who says again what they said hears again what came of it, and nobody else does.
class GatesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final RunEvent.RunOpened OPENED = (RunEvent.RunOpened) sample("RunOpened");
    private static final Gate GATE = ((RunEvent.GateOpened) sample("GateOpened")).gate();
    private static final RunId RUN = OPENED.run();
    private static final Person BO = new Person("bo");
    private static final Caller CALLER =
            new Caller(
                    BO,
                    "token bo",
                    Channel.API,
                    new Grant(Set.of(Scope.APPROVE), Optional.empty(), Risk.IRREVERSIBLE));

    @TempDir Path folder;

    private static RunEvent sample(String name) {
        return Objects.requireNonNull(EventSamples.all().get(name));
    }

    private static Gates.Answer answer(String choice, String note) {
        return new Gates.Answer(RUN, GATE.id(), GATE.digest(), choice, "", note);
    }

    private static Attestation signed(String signature) {
        return Attestation.signed("bo", NOW, signature);
    }

    private Service open(RunEvent... events) throws Exception {
        try (SqliteJournal journal = SqliteJournal.open(folder)) {
            journal.append(RUN, 0, NOW, List.of(OPENED, new RunEvent.GateOpened(GATE)));
            journal.append(RUN, 2, NOW, List.of(events));
        }
        return new Alone(folder).open();
    }

    private static RunEvent.GateAnswered yes(Optional<Attestation> attested) {
        return new RunEvent.GateAnswered(GATE.id(), GATE.digest(), "y", "", "agreed", BO, attested);
    }

    @Test
    void aNoThatCameAfterTheYesHasCounted() throws Exception {
        String denied = "denied by bo; step not sent";
        try (Service service =
                open(yes(Optional.empty()), new RunEvent.GateVoided(GATE.id(), denied))) {
            assertThat(service.gates().answer(answer(GATE.fallback(), ""), CALLER, Duration.ZERO))
                    .isInstanceOfSatisfying(
                            Gates.Outcome.Withdrawn.class,
                            it ->
                                    assertThat(it.sentence())
                                            .startsWith("Your no counts: " + denied + ". "));
        }
    }

    @Test
    void onlyTheVerySignatureThatCountedHasCounted() throws Exception {
        try (Service service = open(yes(Optional.of(signed("one"))))) {
            assertThat(submitted(service, "agreed", "one"))
                    .isInstanceOf(Gates.Outcome.Counted.class);
            for (String[] other : new String[][] {{"agreed", "two"}, {"other", "one"}}) {
                assertThatThrownBy(() -> submitted(service, other[0], other[1]))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("Nobody carries run");
            }
        }
    }

    private static Gates.Outcome submitted(Service service, String note, String signature)
            throws InterruptedException {
        return service.gates()
                .submit(answer("y", note), BO, signed(signature), CALLER, Duration.ZERO);
    }
}
