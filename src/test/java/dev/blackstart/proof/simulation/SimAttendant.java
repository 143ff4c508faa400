package dev.blackstart.proof.simulation;

import dev.blackstart.engine.Attendant;
import dev.blackstart.engine.JournalPause;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.RunState;

/// Whoever sits in front of one process, when somebody does: sees that the journal cannot be
/// written, and after a while says to try again, or goes.
final class SimAttendant implements Attendant {
    private final World world;
    private final SimProcess process;
    private boolean asked;

    SimAttendant(World world, SimProcess process) {
        this.world = world;
        this.process = process;
    }

    @Override
    public boolean paused(JournalPause pause) {
        world.log(process.name(), "PAUSED(journal) " + pause.reason() + pause.unrecorded());
        if (!asked && world.dice().perMille(300)) {
            return false;
        }
        boolean waits = asked;
        asked = true;
        if (!waits) {
            decideLater();
        }
        return true;
    }

    private void decideLater() {
        world.agenda()
                .after(
                        world.dice().between(200, 20_000),
                        () -> {
                            asked = false;
                            process.submit(
                                    world.dice().perMille(150)
                                            ? new OperatorCommand.Leave("enough of it")
                                            : new OperatorCommand.OfJournal(
                                                    OperatorCommand.Way.RETRY));
                        });
    }

    @Override
    public void goesOn(RunState state) {
        world.log(process.name(), "writes again");
    }
}
