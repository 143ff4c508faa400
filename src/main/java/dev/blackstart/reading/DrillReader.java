package dev.blackstart.reading;

import dev.blackstart.inventory.ServiceMap;
import dev.blackstart.reading.shape.Conformance;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.yaml.Node;
import dev.blackstart.reading.yaml.Yaml;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.HypothesisName;
import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.Position;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.RunbookName;
import dev.blackstart.runbook.Simulation;
import dev.blackstart.runbook.StepId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads drill files.
public final class DrillReader {
    private final Entries entries;
    private final Problems problems;
    private final Simulation simulation;
    private final Map<String, List<String>> hosts;
    private final ServiceMap map;

    private DrillReader(Entries entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
        this.simulation = simulation();
        this.hosts = simulation.hosts().isEmpty() ? hosts() : members();
        this.map = new ServiceMapReader(entries, problems).read(hosts);
    }

    public static Read<Drill> read(Path file) {
        return switch (TextFile.read(file)) {
            case Read.Accepted<String> text -> read(file.toString(), text.value());
            case Read.Refused<String> refused -> new Read.Refused<>(refused.problems());
        };
    }

    /// @param fileName the file's name in positions
    public static Read<Drill> read(String fileName, String text) {
        Problems problems = new Problems();
        Optional<Node> root = problems.take(Yaml.parse(fileName, text));
        if (root.isEmpty()) {
            return problems.of(Optional.empty());
        }
        problems.add(Conformance.of(root.get(), new Shape.Fields(DrillTables.DRILL), "a drill"));
        DrillReader reader = new DrillReader(Entries.of(root.get()), problems);
        reader.checkNames();
        return problems.of(
                problems.refused()
                        ? Optional.empty()
                        : Optional.of(reader.drill(new Position(fileName, 1, 1))));
    }

    private boolean world(String word) {
        return entries.text("world").filter(word::equals).isPresent();
    }

    private Simulation simulation() {
        return world("simulated")
                ? new SimulationReader(entries, problems).read()
                : Simulation.NONE;
    }

    /// Words of the expression language are names of nothing.
    private void checkNames() {
        Stream.of(
                        entries.items("answers").stream()
                                .flatMap(answer -> Entries.of(answer).scalar("step").stream()),
                        entries.scalars("must_diagnose").stream(),
                        entries.scalars("must_refuse").stream())
                .flatMap(names -> names)
                .filter(name ->
                        Arrays.stream(name.text().split("\\.", -1)).anyMatch(Names::reserved))
                .forEach(name ->
                        problems.error(
                                name.position(),
                                "reserved-name",
                                "`%s` is a word of the expression language, so no step or hypothesis has that name"
                                        .formatted(name.text())));
    }

    private Drill drill(Position position) {
        return new Drill(
                entries.text("drill").orElseThrow(),
                new RunbookName(entries.text("runbook").orElseThrow()),
                entries.text("title").orElseThrow(),
                Drill.World.valueOf(entries.text("world").orElseThrow().toUpperCase(Locale.ROOT)),
                hosts,
                map,
                simulation,
                all("inject", DrillReader::injection),
                all("events", DrillReader::event),
                all("answers", DrillReader::answer),
                values(entries, "parameters"),
                names("must_diagnose").map(HypothesisName::new).toList(),
                names("must_refuse").map(StepId::new).toList(),
                entries.yes("must_recover"),
                entries.yes("must_change_nothing"),
                entries.text("must_end"),
                entries.duration("by"),
                position);
    }

    private <T> List<T> all(String key, Function<Entries, T> make) {
        return entries.items(key).stream().map(Entries::of).map(make).toList();
    }

    private static Drill.Injection injection(Entries entries) {
        return new Drill.Injection(
                entries.text("fault").orElseThrow(),
                entries.texts("hosts"),
                entries.duration("at").orElse(Duration.ZERO),
                entries.duration("for"),
                values(entries, "knobs"));
    }

    private static Drill.Event event(Entries entries) {
        return new Drill.Event(
                entries.duration("at").orElseThrow(), entries.text("says").orElseThrow());
    }

    private static Drill.ScriptedAnswer answer(Entries entries) {
        return new Drill.ScriptedAnswer(
                new StepId(entries.text("step").orElseThrow()),
                entries.text("choice").orElseThrow(),
                entries.text("type").orElse(""));
    }

    private Stream<String> names(String key) {
        return entries.texts(key).stream().filter(Names::qualified);
    }

    private Map<String, List<String>> hosts() {
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        for (Node.Field group : entries.map("hosts")) {
            if (group.value() instanceof Node.Items) {
                hosts.put(group.key(), entries.inside("hosts").orElseThrow().texts(group.key()));
            }
        }
        return hosts;
    }

    private Map<String, List<String>> members() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        simulation
                .hosts()
                .forEach((name, host) ->
                        host.groups()
                                .forEach(group ->
                                        members.computeIfAbsent(group, g -> new ArrayList<>())
                                                .add(name)));
        return members;
    }

    private static Map<String, String> values(Entries entries, String key) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Node.Field field : entries.map(key)) {
            Entries.filled(field.value()).ifPresent(v -> values.put(field.key(), v.text()));
        }
        return values;
    }
}
