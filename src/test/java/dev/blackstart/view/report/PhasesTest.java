package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Gate;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.StepId;
import dev.blackstart.view.Json;
import dev.blackstart.view.Outlook;
import dev.blackstart.view.SampleGates;
import dev.blackstart.view.SampleRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Where the time of a run went, what happened to its hosts, who moved first.
class PhasesTest {
    private static Story repaired() {
        return new Story()
                .looks("lock", "web1")
                .at(10)
                .sees("lock", "web1", "lock_left", true, "boot-a")
                .settles("lock", StepOutcome.SUCCEEDED)
                .settles("port", StepOutcome.SUCCEEDED)
                .settles("restart_web", StepOutcome.REFUSED)
                .at(12)
                .asks()
                .at(72)
                .answers("y", "")
                .at(75)
                .sends("remove_lock", "web1")
                .at(80)
                .ends(
                        "remove_lock",
                        "web1",
                        new Outcome.Succeeded(Duration.ofSeconds(5)),
                        Story.kept("gone"))
                .at(87)
                .settles("remove_lock", StepOutcome.SUCCEEDED)
                .closes(Verdict.RECOVERED);
    }

    private static Map<Phase, Duration> totals(List<Recorded> events) {
        return Story.report(events).phases().totals();
    }

    @Test
    void timeIsSplitBetweenLookingWaitingActingAndProving() {
        assertThat(totals(repaired().events()))
                .containsEntry(Phase.DIAGNOSING, Duration.ofSeconds(15))
                .containsEntry(Phase.WAITING, Duration.ofSeconds(60))
                .containsEntry(Phase.ACTING, Duration.ofSeconds(5))
                .containsEntry(Phase.VERIFYING, Duration.ofSeconds(7))
                .containsEntry(Phase.AWAY, Duration.ZERO);
    }

    @Test
    void everyMomentIsInOnePhase() {
        for (List<Recorded> events : List.of(repaired().events(), SampleRun.events(3))) {
            Duration whole = Duration.between(events.getFirst().at(), events.getLast().at());
            assertThat(totals(events).values().stream().reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(whole);
        }
    }

    @Test
    void nobodyCarriedItOutUntilItWasTakenUpAgain() {
        List<Recorded> events =
                new Story()
                        .at(5)
                        .asks()
                        .at(3_605)
                        .add(new RunEvent.RunResumed(Story.ANNA))
                        .at(3_606)
                        .closes(Verdict.STOPPED)
                        .events();
        assertThat(totals(events))
                .containsEntry(Phase.AWAY, Duration.ofHours(1))
                .containsEntry(Phase.WAITING, Duration.ZERO);
    }

    private static Story killedWhileActing() {
        return new Story().at(5).sends("remove_lock", "web1");
    }

    @Test
    void anActionGoesOnWithoutItsProcess() {
        List<Recorded> events =
                killedWhileActing()
                        .at(105)
                        .add(new RunEvent.RunResumed(Story.ANNA))
                        .at(106)
                        .ends(
                                "remove_lock",
                                "web1",
                                new Outcome.Succeeded(Duration.ofSeconds(43)),
                                Story.kept("gone"))
                        .closes(Verdict.STOPPED)
                        .events();
        assertThat(totals(events))
                .containsEntry(Phase.ACTING, Duration.ofSeconds(43))
                .containsEntry(Phase.AWAY, Duration.ofSeconds(57));
    }

    @Test
    void anActionWhoseEndIsNotKnownIsOverAtItsTimeout() {
        Duration timeout = Duration.ofMinutes(10);
        assertThat(seen(killedWhileActing(), 8, false).phases().totals())
                .containsEntry(Phase.ACTING, Duration.ofSeconds(3))
                .containsEntry(Phase.AWAY, Duration.ZERO);
        assertThat(seen(killedWhileActing(), 3_605, false).phases().totals())
                .containsEntry(Phase.ACTING, timeout)
                .containsEntry(Phase.AWAY, Duration.ofHours(1).minus(timeout));
    }

    @Test
    void whileItWasClosedNobodySpentTimeOnIt() {
        List<Recorded> events =
                repaired()
                        .at(87 + 3 * 3_600)
                        .add(new RunEvent.Reopened(Story.ANNA, Optional.empty()))
                        .at(97 + 3 * 3_600)
                        .closes(Verdict.RECOVERED)
                        .events();
        assertThat(totals(events))
                .containsEntry(Phase.CLOSED, Duration.ofHours(3))
                .containsEntry(Phase.VERIFYING, Duration.ofSeconds(7))
                .containsEntry(Phase.DIAGNOSING, Duration.ofSeconds(25));
        String json = Story.report(events).json().shown();
        assertThat(json)
                .contains("\"took\":{\"ms\":97000,")
                .contains(
                        "\"closed\",\"took\":{\"ms\":10800000,\"shown\":\"3 h\"},\"per_mille\":0}");
    }

    private static RunReport seen(Story story, long second, boolean carriedOut) {
        return new RunReport(
                SampleRun.runbook(),
                story.events(),
                new Outlook(Story.START.plusSeconds(second), carriedOut));
    }

    @Test
    void anOpenGateHasWaitedUntilNow() {
        Story story = new Story().at(10).asks();
        RunReport live = seen(story, 310, true);
        assertThat(live.phases().totals()).containsEntry(Phase.WAITING, Duration.ofMinutes(5));
        assertThat(live.gates().getFirst().length()).isEqualTo("has waited 5 min");
        assertThat(live.headline()).isEqualTo("NOT CLOSED: waiting at gate G3.");
        assertThat(live.json().shown())
                .contains("blackstart attach")
                .contains("\"as_of\":")
                .doesNotContain("blackstart resume");
    }

    @Test
    void aRunThatNobodyCarriesOutIsTakenUpAgain() {
        RunReport left = seen(new Story().at(10).asks(), 310, false);
        assertThat(left.phases().totals())
                .containsEntry(Phase.AWAY, Duration.ofMinutes(5))
                .containsEntry(Phase.WAITING, Duration.ZERO);
        assertThat(left.headline()).isEqualTo("NOT CLOSED: no process carries it out.");
        assertThat(left.json().shown())
                .contains("blackstart resume")
                .doesNotContain("blackstart attach");
    }

    @Test
    void aGateLeftOpenWaitedUntilTheRunWasLeft() {
        List<GateStory> gates =
                Story.report(
                                new Story()
                                        .at(10)
                                        .asks()
                                        .at(40)
                                        .add(new RunEvent.Paused("left"))
                                        .at(4_000)
                                        .add(new RunEvent.RunResumed(Story.ANNA))
                                        .at(9_000)
                                        .closes(Verdict.STOPPED)
                                        .events())
                        .gates();
        assertThat(gates.getFirst().waited()).isEqualTo(Duration.ofSeconds(30));
        assertThat(gates.getFirst().came()).startsWith("not answered (nobody carried");
    }

    @Test
    void everybodyWhoAgreedIsNamedWithTheTimeWaitedForThem() {
        Gate gate = SampleGates.amended();
        Story story =
                new Story().at(10).add(new RunEvent.GateOpened(gate)).at(20).says(gate, "anna");
        GateStory waiting = seen(story, 50, true).gates().getFirst();
        assertThat(waiting.open()).isTrue();
        assertThat(waiting.length())
                .isEqualTo("has waited 40 s: 10 s for anna, 30 s for an answer that is still open");
        assertThat(waiting.came()).endsWith("; not decided yet");
        GateStory agreed =
                seen(story.at(60).says(gate, "bo").at(86).says(gate, "cem"), 90, true)
                        .gates()
                        .getFirst();
        assertThat(agreed.open()).isFalse();
        assertThat(agreed.length())
                .isEqualTo("waited 76 s: 10 s for anna, 40 s for bo, 26 s for cem");
        assertThat(agreed.came())
                .contains("anna chose y", "bo chose y", "cem chose y", "at ")
                .doesNotContain("not decided");
        assertThat(agreed.who()).hasValue("anna, bo, cem");
        assertThat(agreed.json().shown())
                .contains("{\"who\":\"bo\",\"choice\":\"y\",\"at\":\"")
                .contains("\"waited\":{\"ms\":40000,");
    }

    @Test
    void aNightAtAGateLeavesRoomForWhatHappened() {
        List<Recorded> events =
                new Story()
                        .at(20)
                        .asks()
                        .at(20 + 8 * 3_600)
                        .answers("y", "")
                        .at(40 + 8 * 3_600)
                        .closes(Verdict.RECOVERED)
                        .events();
        TimeScale scale = new TimeScale(Story.report(events).phases());
        double opened = scale.at(Story.START.plusSeconds(20));
        double answered = scale.at(Story.START.plusSeconds(20 + 8 * 3_600));
        assertThat(opened).isBetween(340.0, 360.0);
        assertThat(answered - opened).isBetween(290.0, 310.0);
        assertThat(scale.cuts()).hasSize(1);
        assertThat(scale.cuts().getFirst().length()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aWaitOfLessThanFiveSecondsIsNotCutAndNoLabelStandsTwice() {
        Story story =
                new Story().at(1).asks().at(4).answers("y", "").at(4).closes(Verdict.RECOVERED);
        TimeScale scale = new TimeScale(Story.report(story.events()).phases());
        assertThat(scale.cuts()).isEmpty();

        Json picture = new Picture(scale, List.of()).json();
        assertThat(Pattern.compile("\"label\":\"([^\"]+)\"").matcher(picture.shown()).results())
                .extracting(it -> it.group(1))
                .containsExactly("03:12:40", "03:12:41", "03:12:42", "03:12:43", "03:12:44");
    }

    @Test
    void placesAndMomentsAreInTheSameOrder() {
        TimeScale scale = new TimeScale(Story.report(repaired().events()).phases());
        double before = -1;
        for (int second = 0; second <= 87; second++) {
            Instant moment = Story.START.plusSeconds(second);
            double at = scale.at(moment);
            assertThat(at).isGreaterThan(before).isBetween(0.0, 1000.0);
            assertThat(Duration.between(moment, scale.moment(at)).abs())
                    .isLessThan(Duration.ofMillis(50));
            before = at;
        }
    }

    @Test
    void hostsThatRebootHangUpAndComeBackAreOnRecord() {
        List<HostEvent> events =
                HostEvents.of(
                        new Story()
                                .sees("lock", "web1", "lock_left", true, "boot-a")
                                .at(1)
                                .silent("lock", "web1", "no route to host")
                                .at(2)
                                .silent("port", "web1", "no route to host")
                                .at(9)
                                .sees("lock", "web1", "lock_left", false, "boot-b")
                                .events());
        assertThat(events)
                .extracting(HostEvent::kind)
                .containsExactly(
                        HostEvent.Kind.SILENT, HostEvent.Kind.REBOOTED, HostEvent.Kind.BACK);
        assertThat(events.getFirst().at()).isEqualTo(Story.START.plusSeconds(1));
    }

    @Test
    void theFirstAnswerThatSpeaksForTheCauseMovedFirst() {
        Story story =
                new Story()
                        .sees("port", "web2", "port_answers", true, "boot-a")
                        .at(3)
                        .sees("lock", "web2", "lock_left", false, "boot-a")
                        .at(4)
                        .sees("lock", "web1", "lock_left", true, "boot-a")
                        .at(5)
                        .sees("lock", "web3", "lock_left", true, "boot-a");
        assertThat(FirstMover.in(SampleRun.runbook(), story.events())).isEmpty();

        story.add(
                new RunEvent.Established(
                        new HypothesisName("lock_is_cause"),
                        HypothesisVerdict.CONFIRMED,
                        List.of()));

        assertThat(FirstMover.in(SampleRun.runbook(), story.events()))
                .isEqualTo(
                        Optional.of(
                                new FirstMover(
                                        Story.START.plusSeconds(4),
                                        new StepId("lock"),
                                        new HostName("web1"),
                                        "lock_left",
                                        "true")));
    }
}
