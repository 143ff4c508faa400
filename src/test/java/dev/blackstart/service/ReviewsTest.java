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
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Risk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was done in spite of a freeze is told by the service until somebody else has reviewed it.
class ReviewsTest {
    private static final RunEvent.RunOpened OPENED = (RunEvent.RunOpened) sample("RunOpened");
    private static final Gate GATE = ((RunEvent.GateOpened) sample("GateOpened")).gate();
    private static final RunId RUN = OPENED.run();

    @TempDir Path folder;

    private static RunEvent sample(String name) {
        return Objects.requireNonNull(EventSamples.all().get(name));
    }

    private static Caller caller(String person, Risk risk, Scope... scopes) {
        return new Caller(
                new Person(person),
                "token " + person,
                Channel.API,
                new Grant(Set.of(scopes), Optional.empty(), risk));
    }

    private void broken() throws Exception {
        Instant now = Instant.parse("2026-11-22T03:00:00Z");
        RunEvent.GateAnswered yes =
                new RunEvent.GateAnswered(
                        GATE.id(),
                        GATE.digest(),
                        "y",
                        "",
                        "break-glass: all sites are down",
                        new Person("bo"),
                        Optional.of(Attestation.signed("bo", now, "signature")));
        try (SqliteJournal journal = SqliteJournal.open(folder)) {
            journal.append(
                    RUN,
                    0,
                    now,
                    List.of(
                            OPENED,
                            new RunEvent.GateOpened(GATE),
                            yes,
                            new RunEvent.Closed(Verdict.RECOVERED, List.of(), now)));
        }
    }

    private Service open() {
        return new Alone(folder).open();
    }

    @Test
    void itIsDueUntilSomebodyElseWhoMayApproveSaysWhatCameOfIt() throws Exception {
        broken();
        Caller cy = caller("cy", Risk.IRREVERSIBLE, Scope.APPROVE);
        try (Service service = open()) {
            Reviews reviews = service.reviews();
            assertThat(reviews.due(cy))
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it.json().shown())
                                    .contains("all sites are down", "\"by\":\"bo\"", RUN.value()));
            assertThat(service.runs().list(RunQuery.ALL, cy).runs().getFirst().standing())
                    .isEqualTo("recovered, TO BE REVIEWED");
            refused(reviews, caller("cy", Risk.IRREVERSIBLE, Scope.RUN), "x", "scope approve");
            refused(reviews, caller("bo", Risk.IRREVERSIBLE, Scope.APPROVE), "x", "somebody else");
            refused(reviews, cy, "", "in one line");

            reviews.close(RUN, GATE.id(), "it was needed", cy);

            assertThat(reviews.due(cy)).isEmpty();
            assertThat(service.runs().one(RUN, cy).events().getLast().event())
                    .isEqualTo(
                            new RunEvent.GlassReviewed(
                                    GATE.id(), new Person("cy"), "it was needed"));
            refused(reviews, cy, "again", "Nothing of gate");
        }
    }

    private static void refused(Reviews reviews, Caller caller, String reason, String because) {
        assertThatThrownBy(() -> reviews.close(RUN, GATE.id(), reason, caller))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(because);
    }
}
