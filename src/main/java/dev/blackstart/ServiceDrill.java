package dev.blackstart;

import dev.blackstart.door.cli.DrillWorld;
import dev.blackstart.door.cli.OpenRequest;
import dev.blackstart.door.cli.Operations;
import dev.blackstart.door.cli.Places;
import dev.blackstart.door.cli.Session;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Watcher;
import dev.blackstart.reading.ParameterReader;
import dev.blackstart.reading.Parameters;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.runbook.Drill;
import dev.blackstart.service.Carried;
import dev.blackstart.service.Ready;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A drill that the service carries out: its world lasts as long as the run.
final class ServiceDrill {
    /// No person: what a file answers is nobody's word.
    private static final Person OPERATOR = new Person("scripted-operator");

    private final AtomicReference<Optional<Session>> session =
            new AtomicReference<>(Optional.empty());
    private final List<Drill.ScriptedAnswer> left;

    private ServiceDrill(List<Drill.ScriptedAnswer> answers) {
        this.left = new ArrayList<>(answers);
    }

    /// @param accepted the session of an opening, or a refusal
    static Carried open(
            Ready.InDrill ready,
            Operations operations,
            Places places,
            Watcher watcher,
            Function<Operations.Opening, Session> accepted) {
        DrillWorld world =
                operations.world(
                        ready.drill(),
                        ready.scripted() ? DrillWorld.Pace.SKIPPING : DrillWorld.Pace.REAL);
        boolean begun = false;
        try {
            ServiceDrill operator = new ServiceDrill(ready.drill().answers());
            Watcher all = ready.scripted() ? operator.beside(watcher) : watcher;
            Session session =
                    accepted.apply(
                            operations.open(
                                    request(ready, world, places), ServiceCarrier.audience(all)));
            operator.session.set(Optional.of(session));
            announce(ready.drill(), world, session);
            begun = true;
            return new ServiceSession(session, world);
        } finally {
            if (!begun) {
                world.close();
            }
        }
    }

    private static OpenRequest request(Ready.InDrill ready, DrillWorld world, Places places) {
        Map<String, String> given = new HashMap<>(ready.drill().parameters());
        given.putAll(ready.given());
        Parameters parameters =
                Refusals.accepted(ParameterReader.read(ready.runbook(), world.inventory(), given));
        return new OpenRequest(
                ready.runbook(),
                world.inventory(),
                parameters,
                Mode.DRILL,
                ready.by(),
                places,
                Optional.of(new OpenRequest.Drilling(ready.drill(), world)));
    }

    private static void announce(Drill drill, DrillWorld world, Session session) {
        for (Drill.Event event : drill.events()) {
            world.at(event.at(), () -> session.submit(new OperatorCommand.Note(event.says())));
        }
    }

    /// Answers gates as the drill file says; each answer is used once, for the next gate of its
    /// step.
    private Watcher beside(Watcher watcher) {
        return (recorded, state) -> {
            watcher.recorded(recorded, state);
            if (recorded.event() instanceof RunEvent.GateOpened it) {
                session.get().ifPresent(to -> to.submit(answer(it.gate())));
            }
        };
    }

    private OperatorCommand answer(Gate gate) {
        Optional<Drill.ScriptedAnswer> next =
                left.stream().filter(answer -> answer.step().equals(gate.step())).findFirst();
        if (next.isEmpty()) {
            String sentence = "the drill file has no answer for gate " + gate.id();
            return gate.kind() == Gate.Kind.WORK
                    ? new OperatorCommand.Note(sentence + ", so it is waited for")
                    : new OperatorCommand.Leave(sentence + " of " + gate.step());
        }
        left.remove(next.get());
        return new OperatorCommand.Answer(
                gate.id(), gate.digest(), next.get().choice(), next.get().typed(), "", OPERATOR);
    }
}
