package dev.blackstart.door.cli;

import dev.blackstart.engine.NotCounted;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.engine.Posted;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Wheel;
import dev.blackstart.view.Escaped;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hand-over`: who answers the gates of a run, and giving that to somebody else.
@Command(
        name = "hand-over",
        description =
                "Show who answers the gates of a run, offer that to somebody, or accept an offer.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart hand-over",
            "  blackstart hand-over --to bo",
            "  blackstart hand-over --accept"
        })
final class HandOverVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin RemoteOptions shared = new RemoteOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "",
            description =
                    "Id of the run, its first or last letters, or last (default: the open run).")
    String run = "";

    private Person me;

    @ArgGroup(exclusive = true)
    @Nullable What what;

    /// One of them at most.
    static final class What {
        @Option(
                names = "--to",
                paramLabel = "PERSON",
                description = "Offer the gates to PERSON, who must accept.")
        @Nullable String to;

        @Option(names = "--accept", description = "Accept the gates that were offered to you.")
        boolean accept;

        @Option(names = "--decline", description = "Decline them.")
        boolean decline;
    }

    HandOverVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
        this.me = surroundings.person();
    }

    @Override
    public Integer call() {
        Standpoint at = Standpoint.of(surroundings, ports, shared);
        me = at.surroundings().person();
        try (Archive archive = Archive.open(at.ports().journals(), at.places())) {
            RunId id =
                    archive.open(
                            run,
                            "hand-over",
                            surroundings.clock().instant(),
                            new Printed(surroundings, shared).columns());
            Optional<OperatorCommand> command = command();
            if (command.isEmpty()) {
                say(standing(RunState.fold(archive.events(id)).wheel()));
                return ExitCode.DONE.number();
            }
            if (archive.owner(id).isEmpty()) {
                throw new CannotGoOn(
                        ExitCode.REFUSED,
                        "No process carries run %s out; whoever resumes it answers its gates."
                                .formatted(id));
            }
            return ask(archive, id, command.get());
        }
    }

    private Optional<OperatorCommand> command() {
        if (what == null) {
            return Optional.empty();
        }
        if (what.to != null) {
            if (what.to.isBlank()) {
                throw new CannotGoOn(ExitCode.USAGE, "--to needs the name of a person.");
            }
            return Optional.of(new OperatorCommand.HandOver(me, new Person(what.to.strip())));
        }
        return Optional.of(new OperatorCommand.TakeOver(me, what.accept));
    }

    private int ask(Archive archive, RunId id, OperatorCommand command) {
        Optional<Integer> code =
                new Hearing(archive, id).after(Posted.of(command).orElseThrow(), this::said);
        if (code.isEmpty()) {
            say(
                    "The process that carries the run out has not answered yet; blackstart hand-over"
                            + " shows what became of it.");
        }
        return code.orElse(ExitCode.WAITING.number());
    }

    private Optional<Integer> said(RunEvent event) {
        if (event instanceof RunEvent.WheelOffered it && it.from().equals(me)) {
            return done(
                    "Offered to %s, who accepts with blackstart hand-over --accept."
                            .formatted(it.to()));
        }
        if (event instanceof RunEvent.WheelTaken it && it.by().equals(me)) {
            return done("You answer the gates now; blackstart attach shows them.");
        }
        if (event instanceof RunEvent.WheelDeclined it && it.by().equals(me)) {
            return done("Declined.");
        }
        if (event instanceof RunEvent.Noted it && NotCounted.saidBy(me, it)) {
            say(Escaped.line(it.text()));
            return Optional.of(ExitCode.NOT_ALLOWED.number());
        }
        return Optional.empty();
    }

    private Optional<Integer> done(String sentence) {
        say(sentence);
        return Optional.of(ExitCode.DONE.number());
    }

    private static String standing(Wheel wheel) {
        String holder = wheel.holder().map(Person::name).orElse("nobody");
        return Escaped.line(
                holder
                        + " answers the gates."
                        + wheel.offer()
                                .map(offer ->
                                        " They are offered to %s, who accepts with blackstart hand-over --accept."
                                                .formatted(offer.to()))
                                .orElse(""));
    }

    private void say(String sentence) {
        surroundings.say(surroundings.words(), shared.steps().in(sentence));
    }
}
