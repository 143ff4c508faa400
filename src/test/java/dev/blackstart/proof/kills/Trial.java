package dev.blackstart.proof.kills;

import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run that is killed and taken up again until it has ended; where repaying is killed, until it
/// owes nothing.
final class Trial {
    /// Commands after which it must have ended.
    private static final int COMMANDS = 10;

    private final Scene scene;
    private final Command command;
    private final Map<Verb, Kill> kills;
    private final List<String> wrong = new ArrayList<>();
    private final StringBuilder log = new StringBuilder();
    private final boolean repays;
    private List<Recorded> events = List.of();
    private int killed;

    /// What a person types, by how the run stands.
    enum Verb {
        RUN,
        RESUME,
        REPAY
    }

    /// @param kills which command is killed when; each kind of command once at most
    Trial(Program program, Scene scene, Map<Verb, Kill> kills) {
        this.scene = scene;
        this.command = new Command(program, scene);
        this.kills = new EnumMap<>(Verb.class);
        this.kills.putAll(kills);
        this.repays = kills.containsKey(Verb.REPAY);
    }

    /// What is wrong, one sentence each.
    List<String> live() throws Exception {
        int commands = 0;
        for (Optional<Verb> verb = next(); verb.isPresent(); verb = next()) {
            if (++commands > COMMANDS) {
                wrong.add("it did not end with %d commands".formatted(COMMANDS));
                break;
            }
            carry(verb.get());
        }
        wrong.addAll(account().inTheEnd(repays));
        if (!closed(repays ? Verdict.RECOVERED : Verdict.RECOVERED_WITH_LOANS)) {
            wrong.add("it did not end with the right word: " + account().closed());
        }
        return wrong;
    }

    int killed() {
        return killed;
    }

    /// What was typed and said, for whoever looks into what went wrong.
    String log() {
        return log.toString();
    }

    private void carry(Verb verb) throws Exception {
        Kill kill = Optional.ofNullable(kills.remove(verb)).orElse(new Kill.Never());
        String run = events.stream().findFirst().map(it -> it.run().value()).orElse("");
        List<String> words = words(verb, run);
        Command.Ended ended = command.run(kill.words(scene.folder().resolve("trace")), words, kill);
        log.append(
                "\n== %s, %s: exit %d after %d ms\n%s\n"
                        .formatted(
                                words, kill, ended.exit(), ended.took().toMillis(), ended.said()));
        List<Recorded> before = events;
        events = scene.events();
        if (events.size() < before.size() || !events.subList(0, before.size()).equals(before)) {
            wrong.add("lost: of %d events there are not all left".formatted(before.size()));
        }
        wrong.addAll(account().ever());
        wrong.addAll(new Told(scene.runbook()).without(ended.said(), events));
        if (ended.killed()) {
            killed++;
        } else {
            ended(kill, ended);
        }
    }

    /// A command that was not killed ends with the word and the exit code that are right.
    private void ended(Kill kill, Command.Ended ended) {
        Optional<RunEvent.Closed> closed = account(List.of()).closed();
        boolean recovered = closed.filter(Trial::good).isPresent();
        if (recovered != (ended.exit() == 0)) {
            wrong.add("exit %d, %s, and the journal says %s".formatted(ended.exit(), kill, closed));
        }
        if (!recovered) {
            wrong.add("a command that was left alone did not end the run");
        }
        boolean loans = ended.said().contains("RECOVERED WITH LOANS");
        boolean none = ended.said().contains("RECOVERED: ");
        if (loans != closed(Verdict.RECOVERED_WITH_LOANS) || none != closed(Verdict.RECOVERED)) {
            wrong.add("the last word is not that of the journal, " + closed);
        }
    }

    private static boolean good(RunEvent.Closed closed) {
        return closed.verdict() == Verdict.RECOVERED
                || closed.verdict() == Verdict.RECOVERED_WITH_LOANS;
    }

    private boolean closed(Verdict verdict) {
        return account(List.of()).closed().filter(it -> it.verdict() == verdict).isPresent();
    }

    private Account account() throws Exception {
        return account(scene.hosts().effects());
    }

    private Account account(List<Hosts.Effect> effects) {
        return new Account(scene.hosts().names(), events, effects);
    }

    private Optional<Verb> next() {
        if (events.isEmpty()) {
            return Optional.of(Verb.RUN);
        }
        Optional<RunEvent.Closed> closed = account(List.of()).closed();
        if (closed.isEmpty()) {
            return Optional.of(Verb.RESUME);
        }
        return repays && closed(Verdict.RECOVERED_WITH_LOANS)
                ? Optional.of(Verb.REPAY)
                : Optional.empty();
    }

    /// @param run its id, where there is one
    static List<String> words(Verb verb, String run) {
        return switch (verb) {
            case RUN -> List.of("run", "test");
            case RESUME -> List.of("resume");
            case REPAY -> List.of("loans", "repay", run);
        };
    }
}
