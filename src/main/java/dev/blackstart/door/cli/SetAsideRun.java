package dev.blackstart.door.cli;

import dev.blackstart.engine.Locks;
import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.LeftRun;
import dev.blackstart.journal.Lock;
import dev.blackstart.journal.MemoryJournal;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What to know of a run that stayed behind in a journal that was put aside: where it was at work,
/// and how far that can be told. Of a run whose chain is cut nobody says that it is open, closed or
/// acted nowhere.
record SetAsideRun(LeftRun left) {
    private static final String AFTER =
            "; what came after is not known, nor whether it was closed. ";

    private static final String UNKNOWN = "hosts that are not known";

    String sentence() {
        String run =
                "run %s (%s)".formatted(left.run(), Escaped.line(title(), 60));
        if (!left.whole()) {
            return "Of %s%s".formatted(run, cut());
        }
        return left.state().flatMap(RunState::closed).isPresent()
                ? "Closed with something unknown was %s, which acted on %s."
                        .formatted(run, words(acted(), "no host"))
                : "Open was %s, which acted on %s.".formatted(run, words(acted(), "no host"));
    }

    private String cut() {
        String told =
                switch ((int) Math.min(2, left.told())) {
                    case 0 -> " no event can be told, nor whether it was closed. ";
                    case 1 -> " only event 1 can be told" + AFTER;
                    default -> " only events 1–%d can be told".formatted(left.told()) + AFTER;
                };
        return told + where();
    }

    /// The rows of locks and unresolved are beside the chain, so they say more than its beginning.
    private String where() {
        if (mode().filter(mode -> mode != Mode.LIVE).isPresent()) {
            return "It was no live run: it acted on no host.";
        }
        if (left.unresolved()) {
            return "Its locks say that it was closed without knowing what it did on %s."
                    .formatted(words(hosts(), UNKNOWN));
        }
        if (left.held().stream().anyMatch(HeldLock::acted)) {
            return "Its locks say that it had sent something and was not closed; it held %s."
                    .formatted(words(hosts(), UNKNOWN));
        }
        if (!acted().isEmpty()) {
            return "As far as they tell, it acted on %s.".formatted(words(hosts(), UNKNOWN));
        }
        return hosts().isEmpty()
                ? "On which hosts it acted is not known."
                : "They tell of no action; it may have acted on %s.".formatted(words(hosts(), UNKNOWN));
    }

    /// Of a run that is told to its end, those it acted on; else all it may have acted on.
    Set<String> hosts() {
        if (left.whole()) {
            return acted();
        }
        Set<String> hosts = new TreeSet<>(acted());
        left.held().stream()
                .map(HeldLock::lock)
                .filter(lock -> !lock.isResource())
                .map(Lock::names)
                .forEach(hosts::addAll);
        return hosts.isEmpty() ? planned() : hosts;
    }

    private Set<String> acted() {
        return left.state().stream()
                .flatMap(state -> state.actions().all().stream())
                .map(it -> it.intent().action().host().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What its steps may act on, by the files it was opened with.
    private Set<String> planned() {
        try {
            return left.state().map(this::planned).orElse(Set.of());
        } catch (CannotGoOn filesAreGone) {
            return Set.of();
        }
    }

    private Set<String> planned(RunState state) {
        MemoryJournal files = new MemoryJournal();
        left.files().forEach(files::keep);
        Frozen frozen = new Frozen(files);
        Plan plan =
                new Plan(
                        frozen.runbook(state),
                        frozen.inventory(state),
                        Map.of(),
                        mode().orElse(Mode.LIVE));
        return Locks.of(plan, host -> List.of()).stream()
                .filter(lock -> !lock.isResource())
                .map(Lock::names)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Mode> mode() {
        return left.state().flatMap(RunState::opened).map(RunEvent.RunOpened::mode);
    }

    private String title() {
        return left.state()
                .flatMap(RunState::opened)
                .map(RunEvent.RunOpened::title)
                .or(() -> left.held().stream().map(it -> it.holder().title()).findFirst())
                .orElse("its title is not known");
    }

    private static String words(Set<String> hosts, String nothing) {
        return hosts.isEmpty()
                ? nothing
                : hosts.stream()
                        .map(host -> Escaped.line(host, 64))
                        .collect(Collectors.joining(", "));
    }

    Json json() {
        return Json.object()
                .with("run", left.run().value())
                .with("told", Json.of(left.told()))
                .with("whole", Json.of(left.whole()))
                .with("hosts", Json.texts(List.copyOf(hosts())))
                .with("words", sentence());
    }
}
