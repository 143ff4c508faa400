package dev.blackstart.proof.simulation;

import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Two or three people who look at their runs now and then: they answer gates (late, twice, for
/// another digest, with a secret in it), stop runs, and take up what nobody carries on.
final class People {
    static final List<Person> ALL = List.of(new Person("anna"), new Person("bo"), new Person("cy"));

    /// How often one gate question is answered in a way that goes on before people give up.
    private static final int PATIENCE = 6;

    /// How a command of a person's own ends.
    static final String CURIOUS = " curious";

    private static final Set<String> ENDS = Set.of("skip", "s", "stop", "n", "leave");

    private final World world;
    private final List<Person> present;
    private final Map<String, Integer> tries = new HashMap<>();

    /// @param count how many of them are there
    People(World world, int count) {
        this.world = world;
        this.present = ALL.subList(0, count);
    }

    void begin() {
        present.forEach(this::lookLater);
    }

    private void lookLater(Person person) {
        world.agenda()
                .after(
                        world.dice().between(300, world.faults().over() ? 2_000 : 9_000),
                        () -> {
                            for (RunId run : runs()) {
                                if (!world.oracle().closed(run)) {
                                    look(person, run);
                                } else if (world.oracle().unknown(run)
                                        || world.oracle().keeps(run)) {
                                    findOut(person, run);
                                } else if (world.oracle().owes(run)) {
                                    repay(person, run);
                                }
                            }
                            lookLater(person);
                        });
    }

    /// Nobody can do anything on a machine that sleeps.
    private List<RunId> runs() {
        return world.runs().keySet().stream()
                .filter(run -> !world.home(run).machine().asleep())
                .toList();
    }

    private void look(Person person, RunId run) {
        Optional<SimProcess> carrier = world.carrier(run);
        if (carrier.isEmpty()) {
            takeUp(person, run);
            return;
        }
        if (carrier.get().takenForDead() && world.dice().perMille(300) || putsAside(run)) {
            world.takeOver(run, person);
            return;
        }
        if (world.dice().perMille(4)) {
            post(carrier.get(), new OperatorCommand.Stop(person, enough(run)));
        }
        if (!world.faults().over() && world.dice().perMille(6)) {
            carrier.get().submit(new OperatorCommand.Leave("the terminal was closed"));
        }
        wheel(person, run, carrier.get());
        world.oracle().openGate(run).ifPresent(gate -> answer(person, carrier.get(), gate));
    }

    /// Another installation is in the way, and this person knows better.
    private boolean putsAside(RunId run) {
        return world.oracle().tenants().inTheWay(run)
                && !world.faults().over()
                && world.dice().perMille(100);
    }

    private void wheel(Person person, RunId run, SimProcess carrier) {
        boolean mine = world.oracle().holder(run).filter(person::equals).isPresent();
        if (world.dice().perMille(mine ? 25 : 3) && !world.faults().over()) {
            post(carrier, new OperatorCommand.HandOver(person, world.dice().of(present)));
        }
        boolean offered =
                world.oracle().offer(run).filter(it -> it.to().equals(person)).isPresent();
        if (world.dice().perMille(offered ? 500 : 3)) {
            post(carrier, new OperatorCommand.TakeOver(person, world.dice().perMille(700)));
        }
    }

    /// Twice at most when nothing goes wrong any more.
    private void repay(Person person, RunId run) {
        boolean patient = world.faults().over() && tries.merge(run + "repay", 1, Integer::sum) > 2;
        if (!patient && world.carrier(run).isEmpty() && world.dice().perMille(150)) {
            world.repay(run, person);
        }
    }

    /// A closed run of which something is unknown, or that its host may still undo, keeps its
    /// hosts, which others may wait for.
    private void findOut(Person person, RunId run) {
        int haste = world.faults().over() ? 300 : 60;
        if (world.carrier(run).isEmpty() && world.dice().perMille(haste)) {
            world.reconcile(run, person);
        }
    }

    private void takeUp(Person person, RunId run) {
        if (!world.dice().perMille(500)) {
            return;
        }
        if (world.oracle().opened(run)) {
            boolean amends =
                    world.scenario(run).amended().isPresent()
                            && !world.faults().over()
                            && world.dice().perMille(150);
            if (amends) {
                world.amend(run, person);
            } else if (putsAside(run)) {
                world.takeOver(run, person);
            } else {
                world.resume(run, person);
            }
        } else {
            world.open(run, person);
        }
    }

    private void answer(Person person, SimProcess carrier, Gate gate) {
        if (!world.faults().over() && world.dice().perMille(300)) {
            return;
        }
        Choice choice = choice(carrier.run(), gate);
        boolean sloppy = !world.faults().over() && world.dice().perMille(60);
        OperatorCommand.Answer answer =
                new OperatorCommand.Answer(
                        gate.id(),
                        sloppy ? "0".repeat(64) : gate.digest(),
                        choice.key(),
                        typed(gate, choice, gate.targets()),
                        note(carrier.run()),
                        person);
        world.log(person.name(), "answers %s with %s".formatted(gate.id(), choice.key()));
        long late = world.dice().perMille(150) ? world.dice().between(0, 40_000) : 0;
        world.agenda().after(late, () -> post(carrier, answer));
        if (world.dice().perMille(80)) {
            world.agenda().after(late + 3, () -> post(carrier, answer));
        }
        if (gate.yes(choice.key()) && !world.faults().over() && world.dice().perMille(60)) {
            deny(carrier, gate, person, late + world.dice().between(0, 2_000));
        }
    }

    /// Somebody has second thoughts.
    private void deny(SimProcess carrier, Gate gate, Person person, long after) {
        OperatorCommand no =
                new OperatorCommand.Answer(
                        gate.id(), gate.digest(), gate.fallback(), "", "", person);
        world.agenda().after(after, () -> post(carrier, no));
    }

    /// Now and then somebody types what must never be kept.
    private String note(RunId run) {
        boolean secret =
                !world.scenario(run).plan().runbook().parameters().isEmpty()
                        && !world.faults().over()
                        && world.dice().perMille(120);
        return secret ? World.SECRET : "because";
    }

    /// Why somebody stops a run, for which there is little time to think.
    private String enough(RunId run) {
        return world.scenario(run).secret() && world.dice().perMille(500)
                ? World.SECRET
                : "because";
    }

    private void post(SimProcess carrier, OperatorCommand command) {
        if (world.dice().perMille(400)) {
            if (command instanceof OperatorCommand.Answer it) {
                world.saysHere(carrier.run(), it.gate(), it.by());
            }
            carrier.submit(command);
            return;
        }
        world.home(carrier.run()).disk().request(carrier.run(), Posted.of(command).orElseThrow());
    }

    /// What a choice wants to be typed besides.
    static String typed(Gate gate, Choice choice, List<HostName> hosts) {
        String host = hosts.isEmpty() ? "" : hosts.getFirst().value();
        return switch (choice.asks()) {
            case NOTHING -> choice.typed();
            case HOSTS -> host;
            case COMMAND -> host + " ask sick" + CURIOUS;
            case TEXT -> host + " set sick 0 again";
        };
    }

    private Choice choice(RunId run, Gate gate) {
        int before = tries.merge(run + gate.step().value() + gate.kind(), 1, Integer::sum);
        Optional<Choice> honest = honest(run, gate);
        if (honest.isPresent()) {
            return honest.get();
        }
        List<Choice> good = new ArrayList<>();
        for (Choice choice : gate.choices()) {
            boolean ends = ENDS.contains(choice.key()) || choice.key().equals(gate.fallback());
            if (ends == (before > PATIENCE)) {
                good.add(choice);
            }
        }
        boolean any = good.isEmpty() || !world.faults().over() && world.dice().perMille(150);
        return world.dice().of(any ? gate.choices() : good);
    }

    /// Asked what is true, a person may first look around, or leave the host out.
    private Optional<Choice> otherwise(Gate gate) {
        List<Choice> others =
                Stream.of("inspect", "exclude_host", "diagnose")
                        .flatMap(key -> gate.choice(key).stream())
                        .toList();
        return others.isEmpty() || world.faults().over() || !world.dice().perMille(250)
                ? Optional.empty()
                : Optional.of(world.dice().of(others));
    }

    /// Asked what is true, a person goes and looks; what cannot be seen they do not make up.
    private Optional<Choice> honest(RunId run, Gate gate) {
        if (gate.choice("not_applied").isEmpty()) {
            return Optional.empty();
        }
        Optional<Choice> otherwise = otherwise(gate);
        if (otherwise.isPresent()) {
            return otherwise;
        }
        if (!world.faults().over() && world.dice().perMille(150)) {
            return gate.choice("stop");
        }
        HostName host = gate.targets().getFirst();
        Optional<SimHost.Carried> truth =
                world.oracle()
                        .newest(run, gate.step().value(), host)
                        .flatMap(it -> world.host(host.value()).carried(it.event().nonce()));
        if (truth.isEmpty()) {
            return gate.choice("not_applied");
        }
        boolean done = truth.get().exit.filter(status -> status == 0).isPresent();
        boolean atWork = truth.get().exit.isEmpty() && !truth.get().lost;
        return gate.choice(done ? "applied" : atWork ? "look" : "not_applied");
    }
}
