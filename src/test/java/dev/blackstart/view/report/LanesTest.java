package dev.blackstart.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Repayment;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Waves and loans have lanes of their own in the picture.
class LanesTest {
    private static final StepId CURE = new StepId("remove_lock");
    private static final Instant DUE = Story.START.plusSeconds(86_400);

    private static RunEvent taken(String host) {
        return new RunEvent.LoanTaken(CURE, new HostName(host), DUE, "what", "scripts/back.sh");
    }

    private static RunEvent begun(int number, String host) {
        return new RunEvent.WaveBegun(CURE, number, 2, List.of(new HostName(host)));
    }

    private static List<Lane> lanes(Story story, String group) {
        return new Lanes(Story.report(story.events()))
                .all(Story.report(story.events()).phases(), Optional.empty()).stream()
                        .filter(lane -> lane.group().equals(group))
                        .toList();
    }

    private static Story lent() {
        return new Story()
                .at(10)
                .add(taken("web1"))
                .add(taken("web2"))
                .at(20)
                .closes(Verdict.RECOVERED_WITH_LOANS)
                .at(3_600)
                .add(new RunEvent.Reopened(Story.ANNA, Optional.empty()))
                .at(3_610)
                .add(
                        new RunEvent.LoanRepaid(
                                CURE, new HostName("web1"), Repayment.UNDONE, "undone"))
                .at(3_620)
                .closes(Verdict.RECOVERED_WITH_LOANS);
    }

    @Test
    void aLoanLastsUntilItIsRepaid() throws IOException {
        List<Lane> lanes = lanes(lent(), "Loans");
        assertThat(lanes)
                .extracting(Lane::label)
                .containsExactly("loan: web1 remove_lock", "loan: web2 remove_lock");
        Lane repaid = lanes.getFirst();
        assertThat(repaid.note()).isEqualTo("repaid");
        assertThat(repaid.marks()).isEmpty();
        assertThat(repaid.bars().getFirst().from()).isEqualTo(Story.START.plusSeconds(10));
        assertThat(repaid.bars().getFirst().until()).isEqualTo(Story.START.plusSeconds(3_610));
        Lane open = lanes.getLast();
        assertThat(open.note()).startsWith("due 2026-03-05 ");
        assertThat(open.bars().getFirst().until()).isEqualTo(Story.START.plusSeconds(3_620));
        assertThat(open.marks()).extracting(Lane.Mark::sign).containsExactly("L");
        assertThat(Rendered.html(new ReportPages(Story.report(lent().events()))))
                .contains("L a loan still open;")
                .contains(">loan: web1 remove_lock</text>");
    }

    @Test
    void aComparisonTellsWhatIsStillOwed() throws IOException {
        Comparison compared =
                new Comparison(
                        Story.report(lent().events()),
                        Story.report(new Story().at(9).closes(Verdict.NOT_NEEDED).events()));
        assertThat(Rendered.markdown(compared))
                .contains("| remove_lock on web1 | repaid | – |")
                .contains("| remove_lock on web2 | open, due 2026-03-05T")
                .contains("| closed | 60 min | 0.0 s |");
        assertThat(Rendered.html(compared)).contains("<h2>Loans</h2>");
    }

    @Test
    void aWaveLastsUntilTheNextOne() {
        Story story =
                new Story()
                        .at(10)
                        .add(begun(1, "web1"))
                        .at(15)
                        .add(new RunEvent.WaveProven(CURE, 1, Truth.TRUE, List.of()))
                        .at(30)
                        .add(begun(2, "web2"))
                        .at(40)
                        .add(new RunEvent.WaveProven(CURE, 2, Truth.FALSE, List.of()))
                        .at(50)
                        .settles("remove_lock", StepOutcome.FAILED)
                        .at(60)
                        .closes(Verdict.STILL_BROKEN);
        Lane lane = lanes(story, "Waves").getFirst();
        assertThat(lane.label()).isEqualTo("waves: remove_lock");
        assertThat(lane.note()).isEqualTo("wave 2 of 2");
        assertThat(lane.bars())
                .extracting(Lane.Bar::until)
                .containsExactly(Story.START.plusSeconds(30), Story.START.plusSeconds(50));
        assertThat(lane.bars())
                .extracting(Lane.Bar::says)
                .containsExactly("wave 1 of 2: web1, proven", "wave 2 of 2: web2, NOT PROVEN");
        assertThat(lane.marks()).extracting(Lane.Mark::sign).containsExactly("1", "2", "!");
    }
}
