package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.StepId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A place where the run waits for a person. Everything a person is shown, and the digest that an
/// answer is bound to.
///
/// @param headline one sentence: what is asked
/// @param why why this is allowed, or why the run cannot go on by itself
/// @param commands what will run, rendered, one per target; empty when nothing will
/// @param licenses the findings that license it
/// @param undo how to take it back, in words or as a command
/// @param proof how success will be verified
/// @param cautions what must not be done, and what it may break
/// @param fallback the key of the choice that does nothing
/// @param digest SHA-256 (hex) over commands, targets and the values of the licensing findings
/// @param forecast what it may break while it is at work; told, and no part of the digest
/// @param expires when the gate closes unanswered, which means no
/// @param people how many different people must say yes
/// @param amendments the commands that a person changed in this run, old text and new
/// @param waves how it goes over its hosts, when that is not simply all at once
/// @param undos the commands of `undo`, rendered, for each target that has one
public record Gate(
        GateId id,
        Kind kind,
        StepId step,
        String headline,
        List<HostName> targets,
        Optional<Risk> risk,
        List<String> why,
        List<Prepared> commands,
        List<License> licenses,
        Optional<String> undo,
        Optional<String> proof,
        List<String> cautions,
        List<Choice> choices,
        String fallback,
        String digest,
        Instant expires,
        int people,
        List<Amendment> amendments,
        Optional<WavePlan> waves,
        List<String> forecast,
        List<Prepared> undos) {
    public enum Kind {
        /// may this action be sent?
        APPROVAL,
        /// the run is blocked; how shall it go on?
        DECISION,
        /// what does a person see?
        QUESTION,
        /// has a person done it?
        MANUAL,
        /// may what was done be taken back?
        UNDO,
        /// an action is at work and says nothing; how shall that go on?
        WORK
    }

    public Gate {
        targets = List.copyOf(targets);
        why = List.copyOf(why);
        commands = List.copyOf(commands);
        licenses = List.copyOf(licenses);
        cautions = List.copyOf(cautions);
        choices = List.copyOf(choices);
        amendments = List.copyOf(amendments);
        forecast = List.copyOf(forecast);
        undos = List.copyOf(undos);
    }

    /// As many people as the risk asks for, no command amended, all hosts at once, nothing broken.
    public Gate(
            GateId id,
            Kind kind,
            StepId step,
            String headline,
            List<HostName> targets,
            Optional<Risk> risk,
            List<String> why,
            List<Prepared> commands,
            List<License> licenses,
            Optional<String> undo,
            Optional<String> proof,
            List<String> cautions,
            List<Choice> choices,
            String fallback,
            String digest,
            Instant expires) {
        this(
                id,
                kind,
                step,
                headline,
                targets,
                risk,
                why,
                commands,
                licenses,
                undo,
                proof,
                cautions,
                choices,
                fallback,
                digest,
                expires,
                risk.map(Risk::people).orElse(1),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /// The same gate, closing at another moment.
    Gate closing(Instant moment) {
        return new Gate(
                id,
                kind,
                step,
                headline,
                targets,
                risk,
                why,
                commands,
                licenses,
                undo,
                proof,
                cautions,
                choices,
                fallback,
                digest,
                moment,
                people,
                amendments,
                waves,
                forecast,
                undos);
    }

    /// What is asked about: the last command of each target.
    public List<Prepared> actions() {
        Map<HostName, Prepared> last = new LinkedHashMap<>();
        commands.forEach(command -> last.put(command.host(), command));
        return List.copyOf(last.values());
    }

    /// What saves evidence on a target before the command that is asked about goes out there.
    public List<Prepared> preserving() {
        Set<HostName> asked = new HashSet<>();
        List<Prepared> before = new ArrayList<>();
        for (Prepared command : commands.reversed()) {
            if (!asked.add(command.host())) {
                before.addFirst(command);
            }
        }
        return List.copyOf(before);
    }

    /// The key that approves an action.
    public static final String YES = "y";

    public boolean yes(String key) {
        return (kind == Kind.APPROVAL || kind == Kind.UNDO) && key.equals(YES);
    }

    /// A choice that sends a command of the person's own, and leaves the gate open.
    public boolean inspects(String key) {
        return choice(key).filter(choice -> choice.asks() == Choice.Asks.COMMAND).isPresent();
    }

    public Optional<Choice> choice(String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst();
    }
}
