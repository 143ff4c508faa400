package dev.blackstart.door.cli;

import dev.blackstart.journal.HeldLock;
import dev.blackstart.journal.Holder;
import dev.blackstart.journal.Lock;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Paragraph;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a run may not begin while others act on its hosts: who holds what since when, and what can
/// be done meanwhile.
record LockRefusal(Operations.Opening.Locked locked, ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /// More names than this are counted.
    private static final int MOST_NAMED = 5;

    List<String> lines(Runbook runbook, int columns) {
        List<String> lines = new ArrayList<>();
        byRun().values()
                .forEach(held -> {
                    lines.addAll(Paragraph.lines(sentence(held), columns));
                    lines.addAll(Paragraph.lines(standing(held.getFirst()), columns));
                });
        lines.addAll(
                Paragraph.lines(
                        "Nothing was sent. Wait until that has ended, or look without acting: blackstart diagnose "
                                + runbook.name()
                                + " needs no lock.",
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
                                    hosts.size(), all, all == 1 ? "host" : "hosts", names(hosts)));
        }
        if (!resources.isEmpty()) {
            parts.add(
                    (resources.size() == 1 ? "the resource " : "the resources ")
                            + names(resources));
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
                .map(lock -> Escaped.line(lock.shown(), 64))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String names(Collection<String> all) {
        String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return all.size() <= MOST_NAMED
                ? named
                : named + " and " + (all.size() - MOST_NAMED) + " more";
    }

    private String words(Holder holder) {
        return "run %s (%s, \"%s\", since %s)"
                .formatted(
                        holder.run(),
                        Escaped.line(holder.person(), 32),
                        Escaped.line(holder.title(), 60),
                        CLOCK.withZone(zone).format(holder.since()));
    }

    private static String standing(HeldLock held) {
        String run = held.holder().run().value();
        String person = Escaped.line(held.holder().person(), 32);
        if (held.unresolved()) {
            return "That run has ended, and what became of an action there is not known: blackstart reconcile %s finds out, and until then the hosts stay locked."
                    .formatted(run);
        }
        return held.carriedOut()
                ? "Ask %s about it; blackstart abort %s ends it. Where nobody answers, blackstart resume %s --take-over --reason WHY takes it over."
                        .formatted(person, run, run)
                : "Nobody carries it out now, and it has acted: blackstart resume %s goes on with it, blackstart abort %s ends it."
                        .formatted(run, run);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
