package dev.blackstart.door.cli;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Lock;
import dev.blackstart.run.Person;
import dev.blackstart.run.RunId;
import dev.blackstart.run.Wheel;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Clocks;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.FewNames;
import dev.blackstart.view.Paragraph;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a run may not begin while others act on its hosts: who holds what since when, and what can
/// be done meanwhile.
///
/// @param me who wanted to begin
public record LockRefusal(Operations.Opening.Locked locked, Person me, Instant now, ZoneId zone) {
    /// @param named makes commands that can be typed as they stand, before lines are broken
    public List<String> lines(Runbook runbook, int columns, UnaryOperator<String> named) {
        List<String> lines = new ArrayList<>();
        byRun().values()
                .forEach(held -> {
                    lines.addAll(Paragraph.lines(named.apply(sentence(held)), columns));
                    standing(held.getFirst())
                            .forEach(it -> lines.addAll(Paragraph.lines(named.apply(it), columns)));
                });
        boolean ends =
                locked.held().stream()
                        .anyMatch(it -> !locked.unreadable().containsKey(it.holder().run()));
        lines.addAll(
                Paragraph.lines(
                        named.apply(
                                "Nothing was sent. "
                                        + (ends ? "Wait until that has ended, or look" : "Look")
                                        + " without acting: blackstart diagnose "
                                        + runbook.name()
                                        + " needs no lock."),
                        columns));
        return lines;
    }

    private Map<String, List<HeldLock>> byRun() {
        return locked.held().stream()
                .collect(
                        Collectors.groupingBy(
                                it -> it.holder().run().value(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private String sentence(List<HeldLock> held) {
        Set<String> names = held.stream().map(it -> it.lock().name()).collect(Collectors.toSet());
        List<Lock> ours =
                locked.wanted().stream().filter(lock -> names.contains(lock.name())).toList();
        Set<String> hosts = shown(ours.stream(), false);
        Set<String> resources = shown(ours.stream(), true);
        List<String> parts = new ArrayList<>();
        if (!hosts.isEmpty()) {
            int all = shown(locked.wanted().stream(), false).size();
            parts.add(
                    "%d of %d %s (%s)"
                            .formatted(
                                    hosts.size(),
                                    all,
                                    all == 1 ? "host" : "hosts",
                                    FewNames.of(hosts)));
        }
        if (!resources.isEmpty()) {
            parts.add(
                    (resources.size() == 1 ? "the resource " : "the resources ")
                            + FewNames.of(resources));
        }
        boolean one = hosts.size() + resources.size() == 1;
        return capital(String.join(" and ", parts))
                + (one ? " is" : " are")
                + " held by "
                + words(held.getFirst().holder())
                + ".";
    }

    /// By the names of this run's own inventory; a host has a lock for each of its keys.
    private static Set<String> shown(Stream<Lock> locks, boolean resources) {
        return locks.filter(lock -> lock.isResource() == resources)
                .map(Lock::shown)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(Holder holder) {
        return "run %s (\"%s\")".formatted(holder.run(), Escaped.line(holder.title(), 60));
    }

    /// Who can be asked, and what can be done: what costs nobody anything comes first.
    private List<String> standing(HeldLock held) {
        RunId run = held.holder().run();
        String why = locked.unreadable().get(run);
        if (why != null) {
            return List.of(
                    "That run can be neither gone on with nor ended: %s."
                            .formatted(Escaped.line(why)),
                    Sentences.DAMAGED);
        }
        if (held.unresolved()) {
            return List.of(
                    "That run has ended, and what became of an action there is not known: blackstart reconcile %s finds out, and until then the lock stays."
                            .formatted(run));
        }
        Wheel.Hand hand =
                Optional.ofNullable(locked.hands().get(run)).orElseGet(() -> opened(held.holder()));
        boolean mine = hand.person().equals(me);
        String person = Escaped.line(hand.person().name(), 32);
        return List.of(
                "%s its gates since %s."
                        .formatted(
                                mine ? "You answer" : person + " answers",
                                Clocks.since(hand.since(), now, zone)),
                held.carriedOut()
                        ? "blackstart attach %s %s"
                                .formatted(run, mine ? "shows them." : watches(run, person))
                        : "Nobody carries it out now, and it has acted: blackstart resume %s goes on with it."
                                .formatted(run),
                mine
                        ? "blackstart abort %s ends it for good.".formatted(run)
                        : "Only when %s cannot be asked: blackstart abort %s ends it for good, blackstart resume %s --take-over --reason WHY takes it over."
                                .formatted(person, run, run));
    }

    private String watches(RunId run, String person) {
        return "watches it; %s hands it to you with blackstart hand-over %s --to %s."
                .formatted(person, run, Escaped.line(me.name(), 32));
    }

    private static Wheel.Hand opened(Holder holder) {
        return new Wheel.Hand(new Person(holder.person()), holder.since());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
