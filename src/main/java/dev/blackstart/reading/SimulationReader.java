package dev.blackstart.reading;

import dev.blackstart.expression.Expressions;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Simulation;
import dev.blackstart.runbook.Text;
import dev.blackstart.runbook.Value;
import dev.blackstart.runbook.ValueType;
import dev.blackstart.template.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads the hosts of a simulated world with their state, and their replies.
final class SimulationReader {
    private final Entries entries;
    private final Problems problems;
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, Value>> states = new LinkedHashMap<>();
    private final Map<String, ValueType> types = new TreeMap<>();

    SimulationReader(Entries entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    Simulation read() {
        entries.map("hosts").forEach(this::host);
        List<Simulation.Reply> replies = new ArrayList<>();
        for (Node item : entries.items("replies")) {
            reply(Entries.of(item)).ifPresent(replies::add);
        }
        if (states.isEmpty()) {
            problems.error(
                    entries.at("hosts"),
                    "world-hosts",
                    "a simulated world needs `hosts`, each with its `state` or its `groups`");
        }
        Map<String, Simulation.Stated> hosts = new LinkedHashMap<>();
        states.forEach((name, state) ->
                hosts.put(
                        name, new Simulation.Stated(groups.getOrDefault(name, List.of()), state)));
        return new Simulation(hosts, replies);
    }

    /// `NAME: { state, groups }` is a host, `GROUP: [ … ]` are hosts without a state of their own.
    private void host(Node.Field field) {
        if (field.value() instanceof Node.Items) {
            for (String name : entries.inside("hosts").orElseThrow().texts(field.key())) {
                states.computeIfAbsent(name, host -> new LinkedHashMap<>());
                join(name, field.key());
            }
            return;
        }
        Entries host = Entries.of(field.value());
        Map<String, Value> state = states.computeIfAbsent(field.key(), n -> new LinkedHashMap<>());
        host.texts("groups").forEach(group -> join(field.key(), group));
        for (Node.Field entry : host.map("state")) {
            Entries.filled(entry.value())
                    .ifPresent(scalar -> {
                        Value value = PlainValue.of(scalar);
                        if (typed(entry.key(), value, entry.position())) {
                            state.put(entry.key(), value);
                        }
                    });
        }
    }

    private void join(String host, String group) {
        groups.computeIfAbsent(host, name -> new ArrayList<>()).add(group);
    }

    private boolean typed(String key, Value value, Position position) {
        ValueType type = PlainValue.type(value);
        ValueType before = types.putIfAbsent(key, type);
        boolean fits = before == null || before == type;
        if (!fits) {
            problems.error(
                    position,
                    "state-type",
                    "the state `%s` is %s here and %s elsewhere; give it one type"
                            .formatted(key, PlainValue.word(type), PlainValue.word(before)));
        }
        return fits;
    }

    private Optional<Simulation.Reply> reply(Entries reply) {
        Optional<Pattern> match = reply.scalar("match").flatMap(this::pattern);
        var when =
                reply.scalar("when")
                        .flatMap(text -> problems.take(Expressions.state(text.snippet(), types)));
        Optional<Text> prints = text(reply, "prints");
        Optional<Text> errors = text(reply, "errors");
        List<Simulation.Change> sets = new ArrayList<>();
        reply.map("sets").forEach(field -> change(field).ifPresent(sets::add));
        return match.map(pattern ->
                new Simulation.Reply(
                        pattern,
                        when,
                        prints,
                        errors,
                        Math.toIntExact(reply.whole("exit").orElse(0L)),
                        reply.duration("takes").orElse(Duration.ZERO),
                        sets,
                        reply.fields().position()));
    }

    /// Words that stand in the command as they are, or `/…/` as a regular expression.
    private Optional<Pattern> pattern(Node.Scalar scalar) {
        String text = scalar.text().strip();
        if (text.length() < 3 || !text.startsWith("/") || !text.endsWith("/")) {
            return Optional.of(Pattern.compile(Pattern.quote(text)));
        }
        String inner = text.substring(1, text.length() - 1);
        Optional<String> fault = BoundedPattern.fault(inner);
        fault.ifPresent(why ->
                problems.error(
                        scalar.position(),
                        "reply-match",
                        "`match` between slashes is a regular expression, and this is none: "
                                + why));
        return fault.isPresent() ? Optional.empty() : Optional.of(Pattern.compile(inner));
    }

    private Optional<Text> text(Entries reply, String key) {
        return reply.scalar(key)
                .flatMap(text -> problems.take(Texts.printed(text.snippet(), types.keySet())));
    }

    private Optional<Simulation.Change> change(Node.Field field) {
        Optional<Node.Scalar> scalar = Entries.filled(field.value());
        int dot = field.key().lastIndexOf('.');
        String key = field.key().substring(dot + 1);
        Optional<String> host =
                dot < 0 ? Optional.empty() : Optional.of(field.key().substring(0, dot));
        if (scalar.isEmpty() || !known(host, key, field.position())) {
            return Optional.empty();
        }
        Value value = PlainValue.of(scalar.get());
        return typed(key, value, field.position())
                ? Optional.of(new Simulation.Change(host, key, value))
                : Optional.empty();
    }

    private boolean known(Optional<String> host, String key, Position position) {
        boolean there = host.isEmpty() || states.containsKey(host.get());
        if (!there) {
            unknown(position, "`%s` is no host of this drill".formatted(host.get()));
        } else if (!types.containsKey(key)) {
            unknown(
                    position,
                    "no host of this drill has the state `%s`%s"
                            .formatted(key, Nearest.hint(key, types.keySet())));
        }
        return there && types.containsKey(key);
    }

    private void unknown(Position position, String message) {
        problems.error(position, "unknown-state", message);
    }
}
