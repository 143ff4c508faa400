package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing that disrupts is sent while the disk has hardly room.
class RoomTest extends DuressCase {
    @Test
    void nothingThatDisruptsIsSentWhileSpaceIsLow() throws Exception {
        Rig rig = rig(DISRUPT).answer("act", "y a");
        opened.add(rig);
        FailingJournal full = new FailingJournal(rig.journal, RunEvent.Closed.class, 0, false);
        full.low = true;
        rig.journal = full.journal();
        List<Integer> effects = new ArrayList<>();
        rig.attendant =
                new Attendant() {
                    @Override
                    public boolean paused(JournalPause pause) {
                        pauses.add(pause);
                        effects.add(rig.effects("a").size());
                        full.low = pauses.size() < 2;
                        rig.tell(new OperatorCommand.OfJournal(OperatorCommand.Way.RETRY));
                        return true;
                    }

                    @Override
                    public void goesOn(RunState state) {
                        resumed++;
                    }
                };
        assertDoneOnce(rig, within(rig, 60));
        assertThat(effects).containsExactly(0, 0);
        assertThat(pauses.getFirst().low()).isTrue();
        assertThat(pauses.getFirst().reason()).isEqualTo("3 MiB are free; free 61 MiB");
        assertThat(resumed).isEqualTo(1);
    }

    @Test
    void whereNobodyIsLowSpaceEndsTheProcessAndSendsNothing() throws Exception {
        Rig rig = rig(DISRUPT).answer("act", "y a");
        opened.add(rig);
        FailingJournal full = new FailingJournal(rig.journal, RunEvent.Closed.class, 0, false);
        full.low = true;
        rig.journal = full.journal();
        assertThat(within(rig, 60)).isInstanceOf(RunEnd.JournalFailed.class);
        assertThat(rig.effects("a")).isEmpty();
    }

    @Test
    void theBallastIsGivenBackWhenItsPersonSaysSo() throws Exception {
        Rig rig = rig(ACT).answer("act", "y");
        opened.add(rig);
        FailingJournal failing =
                new FailingJournal(rig.journal, RunEvent.Ended.class, Integer.MAX_VALUE, false);
        failing.ballast = true;
        rig.journal = failing.journal();
        rig.attendant = person(rig, OperatorCommand.Way.RETRY, OperatorCommand.Way.BALLAST);
        assertDoneOnce(rig, within(rig, 60));
        assertThat(pauses).extracting(JournalPause::ballast).containsExactly(true, true);
    }
}
