package dev.blackstart.door.cli;

import dev.blackstart.drill.DrillScore;
import dev.blackstart.engine.OperatorCommand;
import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.run.Recorded;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Nearest;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// Opens a drill: makes its world, carries the run out in it, scores it, and ends the world
/// whatever happens.
final class DrillOpening {
    /// Begins every line of a drill.
    static final String PREFIX = "DRILL ";

    private final Surroundings surroundings;
    private final Ports ports;
    private final SharedOptions shared;

    DrillOpening(Surroundings surroundings, Ports ports, SharedOptions shared) {
        this.surroundings = surroundings;
        this.ports = ports;
        this.shared = shared;
    }

    int drill(String name, InputOptions inputs, boolean auto) {
        Places places = new Setting(surroundings, shared).places();
        Shelf shelf = new Shelf(places);
        Drill drill = find(shelf, name);
        Runbook runbook = shelf.runbook(drill.runbook().value());
        try (Front front = front(surroundings, places)) {
            front.screen().print(banner(drill, front.screen().columns()));
        }
        AtomicReference<Optional<RunId>> opened = new AtomicReference<>(Optional.empty());
        DrillWorld.Pace pace = auto ? DrillWorld.Pace.SKIPPING : DrillWorld.Pace.REAL;
        try (DrillWorld world = ports.operations().world(drill, pace)) {
            Surroundings within = surroundings.at(world.clock());
            OpenRequest request = request(drill, runbook, world, inputs, places);
            try (Front inside = front(within, places)) {
                int code =
                        inside.carry(
                                plan(request),
                                answerer(within, inside, drill, auto),
                                audience -> open(request, audience, opened));
                return opened.get()
                        .map(run -> scored(within, inside, request, run, code))
                        .orElse(code);
            }
        }
    }

    private static Plan plan(OpenRequest request) {
        return new Plan(
                request.runbook(),
                request.inventory(),
                request.parameters().values(),
                request.mode());
    }

    private Front front(Surroundings around, Places places) {
        return new Front(around, shared, new Reports(around, ports.journals(), places), PREFIX);
    }

    private Operations.Opening open(
            OpenRequest request,
            Operations.Audience audience,
            AtomicReference<Optional<RunId>> opened) {
        Operations.Opening opening = ports.operations().open(request, audience);
        if (opening instanceof Operations.Opening.Opened it) {
            opened.set(Optional.of(it.session().id()));
            request.drilling().ifPresent(drilling -> announce(drilling, it.session()));
        }
        return opening;
    }

    /// What the drill file says happens meanwhile is told at its time and kept in the journal.
    private static void announce(OpenRequest.Drilling drilling, Session session) {
        for (Drill.Event event : drilling.drill().events()) {
            drilling.world()
                    .at(event.at(), () -> session.submit(new OperatorCommand.Note(event.says())));
        }
    }

    private OpenRequest request(
            Drill drill, Runbook runbook, DrillWorld world, InputOptions inputs, Places places) {
        return new OpenRequest(
                runbook,
                world.inventory(),
                new Inputs(surroundings, inputs)
                        .parameters(runbook, world.inventory(), drill.parameters()),
                Mode.DRILL,
                surroundings.person(),
                places,
                Optional.of(new OpenRequest.Drilling(drill, world)));
    }

    private static Answerer answerer(Surroundings within, Front front, Drill drill, boolean auto) {
        return auto
                ? new ScriptedAnswerer(drill.answers(), front.screen(), within.clock())
                : front.answerer(false);
    }

    private static List<String> banner(Drill drill, int columns) {
        String line = "*".repeat(Math.min(columns, 72));
        List<String> lines = new ArrayList<>(List.of(line));
        lines.addAll(Paragraph.lines(drill.name() + ": " + drill.title(), columns));
        boolean lab = drill.world() == Drill.World.LAB;
        lines.add(
                lab
                        ? "The lab's own hosts are really broken; no other host is touched."
                        : "A made world stands where the hosts would be; nothing real is touched.");
        lines.add(line);
        lines.add(
                lab
                        ? "breaking the lab: " + faults(drill) + "…"
                        : "opening the world: " + Words.count(hosts(drill), "host") + "…");
        return List.copyOf(lines);
    }

    private static String faults(Drill drill) {
        return drill.inject().isEmpty()
                ? "nothing is injected"
                : drill.inject().stream()
                        .map(Drill.Injection::fault)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static int hosts(Drill drill) {
        return drill.simulation().hosts().isEmpty()
                ? (int) drill.hosts().values().stream().flatMap(List::stream).distinct().count()
                : drill.simulation().hosts().size();
    }

    private int scored(Surroundings within, Front front, OpenRequest request, RunId run, int code) {
        OpenRequest.Drilling drilling = request.drilling().orElseThrow();
        List<String> gaps = drilling.world().gaps();
        try (Archive archive = Archive.open(ports.journals(), request.places())) {
            List<Recorded> events = archive.events(run);
            RunState state = RunState.fold(events);
            if (state.closed().isPresent()) {
                DrillScore score =
                        DrillScore.of(
                                drilling.drill(),
                                state,
                                events,
                                gaps,
                                drilling.world().seen(touched(state)));
                front.screen().print(score.lines());
                return score.held() ? ExitCode.DONE.number() : ExitCode.BROKEN.number();
            }
        }
        gaps.forEach(gap -> front.screen().print("Drill NOT passed: " + gap));
        if (code != ExitCode.JOURNAL.number()) {
            new DrillEnd(within, ports.journals(), request.places())
                    .close(run, Optional.empty(), DrillEnd.WITH_ITS_WORLD);
        }
        return code;
    }

    private static Set<HostName> touched(RunState state) {
        return state.actions().all().stream()
                .map(it -> it.intent().action().host())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Drill find(Shelf shelf, String name) {
        List<Problem> problems = new ArrayList<>();
        List<Drill> all = new ArrayList<>();
        shelf.names().forEach(runbook -> all.addAll(shelf.drills(runbook, problems)));
        List<Drill> fitting = all.stream().filter(drill -> drill.name().equals(name)).toList();
        if (fitting.isEmpty()) {
            fitting = all.stream().filter(drill -> drill.runbook().value().equals(name)).toList();
        }
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        List<String> names = all.stream().map(Drill::name).toList();
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (names.isEmpty() && !errors.isEmpty()) {
            throw Sentences.refused("the drill files", problems);
        }
        throw new CannotGoOn(
                ExitCode.REFUSED, fitting.isEmpty() ? none(name, names) : several(name, fitting));
    }

    private static String none(String name, List<String> names) {
        return "There is no drill "
                + Escaped.line(name, 64)
                + (Nearest.to(name, names).isPresent()
                        ? Nearest.hint(name, names)
                        : "; blackstart list --drills shows all.");
    }

    private static String several(String name, List<Drill> fitting) {
        return "%d drills fit %s; name the one that is meant: blackstart drill %s."
                .formatted(
                        fitting.size(),
                        Escaped.line(name, 64),
                        fitting.stream().map(Drill::name).collect(Collectors.joining(" or ")));
    }
}
