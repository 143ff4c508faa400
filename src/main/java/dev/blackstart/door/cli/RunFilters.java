package dev.blackstart.door.cli;

import dev.blackstart.inventory.Counted;
import dev.blackstart.reading.shape.Durations;
import dev.blackstart.run.Concerned;
import dev.blackstart.run.Mode;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunState;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Nearest;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.FewNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which runs are wanted.
final class RunFilters {
    @Option(names = "--open", description = "Only runs that are not closed.")
    boolean open;

    @Option(names = "--runbook", paramLabel = "NAME", description = "Only runs of this runbook.")
    @Nullable String runbook;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "Only live, diagnosis, rehearsal or drill runs.")
    @Nullable String mode;

    @Option(
            names = "--verdict",
            paramLabel = "WORD",
            description = "Only runs that ended so, such as recovered or still_broken.")
    @Nullable String verdict;

    @Option(names = "--by", paramLabel = "PERSON", description = "Only runs that PERSON started.")
    @Nullable String by;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "Only runs that sent an action to HOST, hold it or wait at a gate about it.")
    @Nullable String host;

    @Option(
            names = "--since",
            paramLabel = "AGE",
            description = "Only runs opened since then: so long ago, such as 90m, 12h or 7d.")
    @Nullable String since;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, the newest.")
    int limit = Integer.MAX_VALUE;

    List<RunState> of(List<RunState> states, HeldNames held, Instant now) {
        known("--mode", mode, Arrays.stream(Mode.values()).map(Enum::name));
        known("--verdict", verdict, Arrays.stream(Verdict.values()).map(Enum::name));
        Instant from = since == null ? Instant.MIN : now.minus(age(since));
        return states.stream().filter(state -> wanted(state, held, from)).limit(limit).toList();
    }

    /// The same as a service takes them.
    Map<String, String> query(Instant now) {
        known("--mode", mode, Arrays.stream(Mode.values()).map(Enum::name));
        known("--verdict", verdict, Arrays.stream(Verdict.values()).map(Enum::name));
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "open", open ? "true" : null);
        put(query, "runbook", runbook);
        put(query, "mode", mode == null ? null : mode.toLowerCase(Locale.ROOT));
        put(query, "verdict", verdict == null ? null : verdict.toLowerCase(Locale.ROOT));
        put(query, "by", by);
        put(query, "host", host);
        put(query, "since", since == null ? null : now.minus(age(since)).toString());
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }

    private boolean wanted(RunState state, HeldNames held, Instant from) {
        Optional<RunEvent.RunOpened> opened = state.opened();
        return opened.isPresent()
                && !(open && state.closed().isPresent())
                && fits(runbook, opened.get().runbook())
                && fits(mode, opened.get().mode().name())
                && fits(by, opened.get().by().name())
                && (verdict == null
                        || state.closed()
                                .filter(closed -> fits(verdict, closed.verdict().name()))
                                .isPresent())
                && (host == null || hosts(state, held).contains(host))
                && state.openedAt().filter(at -> !at.isBefore(from)).isPresent();
    }

    private static Duration age(String text) {
        return Durations.parse(text)
                .orElseThrow(() ->
                        new CannotGoOn(
                                ExitCode.USAGE,
                                "--since must be a length such as 90m, 12h or 7d."));
    }

    /// The hosts that a run has sent actions to, holds or waits for.
    static Set<String> hosts(RunState state, HeldNames held) {
        Set<String> hosts = new TreeSet<>(Counted.ORDER);
        Concerned.by(state).forEach(it -> hosts.add(it.value()));
        state.opened().ifPresent(opened -> hosts.addAll(held.hosts(opened.run())));
        return hosts;
    }

    /// Why none of the runs is wanted: a host that no run is about is more often misspelt than
    /// untouched.
    String nothing(List<RunState> states, HeldNames held) {
        if (states.isEmpty()) {
            return "No run yet; blackstart list shows what to run.";
        }
        if (host == null || states.stream().anyMatch(state -> hosts(state, held).contains(host))) {
            return "None of the %s fits; blackstart runs without options shows all."
                    .formatted(Words.count(states.size(), "run"));
        }
        Set<String> known = new TreeSet<>(Counted.ORDER);
        states.forEach(state -> known.addAll(hosts(state, held)));
        String where =
                known.isEmpty()
                        ? ", or any other host; blackstart runs shows all runs."
                        : "; runs are about %s.".formatted(FewNames.of(known));
        return "No run has sent an action to, holds or asks about "
                + Escaped.line(host, 64)
                + (Nearest.to(host, known).isPresent() ? Nearest.hint(host, known) : where);
    }

    private static boolean fits(@Nullable String wanted, String real) {
        return wanted == null || wanted.equalsIgnoreCase(real);
    }

    private static void known(String option, @Nullable String word, Stream<String> words) {
        List<String> known = words.map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (word != null && !known.contains(word.toLowerCase(Locale.ROOT))) {
            throw new CannotGoOn(
                    ExitCode.USAGE,
                    option
                            + " must be one of "
                            + known.stream().collect(Collectors.joining(", "))
                            + ".");
        }
    }
}
