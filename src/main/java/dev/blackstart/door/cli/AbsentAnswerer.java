package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Gate;
import dev.blackstart.view.GateScreen;
import java.time.Clock;

/// Nobody sits at a terminal: shows the gate and leaves the run waiting. No terminal means no.
final class AbsentAnswerer implements Answerer {
    private final Screen screen;
    private final Clock clock;

    AbsentAnswerer(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public OperatorCommand answer(Gate gate) {
        screen.print(
                new GateScreen(
                                gate,
                                clock.instant(),
                                clock.getZone(),
                                screen.columns(),
                                Integer.MAX_VALUE)
                        .lines());
        if (gate.kind() == Gate.Kind.WORK) {
            return new OperatorCommand.Note(
                    "no terminal to answer gate " + gate.id() + " on; the action is waited for");
        }
        return new OperatorCommand.Leave(
                "no terminal to answer gate " + gate.id() + " on; nothing was approved");
    }
}
