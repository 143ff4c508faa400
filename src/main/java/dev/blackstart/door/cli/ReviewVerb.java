package dev.blackstart.door.cli;

import dev.blackstart.engine.Reviewing;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.Owner;
import dev.blackstart.policy.SiteFiles;
import dev.blackstart.run.GateId;
import dev.blackstart.run.GlassBook;
import dev.blackstart.run.RunEvent;
import dev.blackstart.run.RunId;
import dev.blackstart.run.RunState;
import dev.blackstart.view.Elapsed;
import dev.blackstart.view.Escaped;
import dev.blackstart.view.Json;
import dev.blackstart.view.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review`: what was done in spite of a freeze stays open until somebody else has looked at it.
@Command(
        name = "review",
        description =
                "List what was done in spite of a freeze, or say what came of it: that closes the review.",
        footerHeading = "%nExample:%n",
        footer = {
            "  blackstart review",
            "  blackstart review last --reason 'looked at with bo, the site was down indeed'"
        })
final class ReviewVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = "",
            description = "Id of the run, its first or last letters, or last (default: list all).")
    String run = "";

    @Option(
            names = "--gate",
            paramLabel = "ID",
            description = "The gate, such as G1 (default: the only one to be reviewed).")
    @Nullable String gate;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "What came of it; it closes the review and is kept.")
    @Nullable String reason;

    ReviewVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    private record Due(RunEvent.RunOpened opened, GlassBook.Broken broken) {}

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        if (run.isEmpty() || reason == null) {
            list(places);
            return ExitCode.DONE.number();
        }
        try (Archive archive = Archive.open(ports.journals(), places)) {
            close(archive);
            return ExitCode.DONE.number();
        } catch (JournalException e) {
            throw Sentences.journal(e);
        }
    }

    private void list(Places places) {
        List<Due> due = new ArrayList<>();
        try (Archive archive = Archive.open(ports.journals(), places)) {
            Optional<RunId> only =
                    run.isEmpty() ? Optional.empty() : Optional.of(archive.find(run));
            for (RunState state : archive.states()) {
                state.opened()
                        .filter(it -> only.map(it.run()::equals).orElse(true))
                        .ifPresent(it ->
                                state.gates()
                                        .glass()
                                        .open()
                                        .forEach(broken -> due.add(new Due(it, broken))));
            }
        }
        Printed printed = new Printed(surroundings, shared);
        printed.print(() -> lines(due, printed.columns()), () -> Json.array(due, ReviewVerb::json));
    }

    private List<String> lines(List<Due> due, int columns) {
        if (due.isEmpty()) {
            return List.of(
                    "Nothing is to be reviewed: no freeze was broken, or each was looked at.");
        }
        Instant now = surroundings.clock().instant();
        TextTable table = new TextTable("RUN", "RUNBOOK", "GATE", "BY", "WHEN", "REASON");
        due.forEach(it ->
                table.row(
                        it.opened().run().value(),
                        it.opened().runbook(),
                        it.broken().gate().id().toString(),
                        it.broken().by().name(),
                        Elapsed.shown(Duration.between(it.broken().at(), now)) + " ago",
                        Escaped.line(it.broken().reason(), 60)));
        List<String> lines = new ArrayList<>(table.lines(columns));
        lines.add(
                "blackstart review RUN --reason TEXT closes one; blackstart report RUN shows what was done.");
        return lines;
    }

    private static Json json(Due it) {
        return Json.object()
                .with("run", it.opened().run().value())
                .with("runbook", it.opened().runbook())
                .with("gate", it.broken().gate().id().toString())
                .with("by", it.broken().by().name())
                .with("reason", it.broken().reason())
                .with("at", it.broken().at().toString());
    }

    private void close(Archive archive) throws JournalException {
        RunId id = archive.find(run);
        Journal journal = archive.here();
        RunState state = RunState.fold(journal.read(id));
        GateId wanted = wanted(state, id);
        Instant now = surroundings.clock().instant();
        Owner owner = Owner.current(surroundings.person().name(), now);
        Optional<String> refusal =
                new Reviewing(journal, owner, now)
                        .review(
                                id,
                                wanted,
                                surroundings.person(),
                                Optional.ofNullable(reason).orElse(""),
                                new Frozen(journal).policy(state).map(SiteFiles::policy));
        if (refusal.isPresent()) {
            throw new CannotGoOn(ExitCode.NOT_ALLOWED, refusal.get());
        }
        new Printed(surroundings, shared)
                .print(
                        () -> List.of("Gate %s of run %s is reviewed.".formatted(wanted, id)),
                        () ->
                                Json.object()
                                        .with("run", id.value())
                                        .with("gate", wanted.toString())
                                        .with("reviewed", Json.of(true)));
    }

    private GateId wanted(RunState state, RunId id) {
        List<GateId> due =
                state.gates().glass().open().stream().map(it -> it.gate().id()).distinct().toList();
        return due.stream()
                .filter(it -> gate == null ? due.size() == 1 : it.toString().equals(gate))
                .findFirst()
                .orElseThrow(() ->
                        new CannotGoOn(
                                ExitCode.REFUSED,
                                due.isEmpty()
                                        ? "Nothing is to be reviewed in run " + id + "."
                                        : "To be reviewed in run %s: %s; name one with --gate."
                                                .formatted(
                                                        id,
                                                        String.join(
                                                                ", ",
                                                                due.stream()
                                                                        .map(GateId::toString)
                                                                        .toList()))));
    }
}
