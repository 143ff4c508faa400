package dev.blackstart.door.cli;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.runbook.Drill.ScriptedAnswer;
import dev.blackstart.view.GateScreen;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `drill --auto`: the scripted operator of the drill file. Each answer is used once, for the next
/// gate of its step; a gate without an answer leaves the run waiting.
final class ScriptedAnswerer implements Answerer {
    /// No person of this machine: what a file answers is nobody's word.
    static final Person OPERATOR = new Person("scripted-operator");

    private final List<ScriptedAnswer> left;
    private final Screen screen;
    private final Clock clock;

    ScriptedAnswerer(List<ScriptedAnswer> answers, Screen screen, Clock clock) {
        this.left = new ArrayList<>(answers);
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
                                screen.rows() - 1)
                        .lines());
        Optional<ScriptedAnswer> next =
                left.stream().filter(answer -> answer.step().equals(gate.step())).findFirst();
        if (next.isEmpty() && gate.kind() == Gate.Kind.WORK) {
            return new OperatorCommand.Note(
                    "the drill file has no answer for gate " + gate.id() + ", so it is waited for");
        }
        if (next.isEmpty()) {
            return new OperatorCommand.Leave(
                    "the drill file has no answer for gate " + gate.id() + " of " + gate.step());
        }
        left.remove(next.get());
        screen.print(
                "gate " + gate.id() + "> " + said(gate, next.get()) + "   (scripted operator)");
        return new OperatorCommand.Answer(
                gate.id(), gate.digest(), next.get().choice(), next.get().typed(), "", OPERATOR);
    }

    private static String said(Gate gate, ScriptedAnswer answer) {
        boolean both =
                gate.choice(answer.choice())
                        .filter(choice -> choice.asks() != Choice.Asks.NOTHING)
                        .isPresent();
        if (both) {
            return (answer.choice() + " " + answer.typed()).strip();
        }
        return answer.typed().isEmpty() ? answer.choice() : answer.typed();
    }
}
