package dev.blackstart.service;

import dev.blackstart.drill.DrillScore;
import dev.blackstart.run.Mode;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.view.LoanTable;
import dev.blackstart.view.RunbookTable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The runbooks and drills a caller sees, and how long ago each was exercised.
public final class Catalog {
    private final Library library;
    private final RunIndex index;
    private final Records records;

    Catalog(Library library, RunIndex index, Records records) {
        this.library = library;
        this.index = index;
        this.records = records;
    }

    public RunbookTable runbooks(Caller caller) {
        caller.must(Scope.VIEW);
        List<RunSummary> runs = index.all();
        return new RunbookTable(
                library.names().stream()
                        .filter(caller.grant()::reaches)
                        .map(name -> row(name, exercised(name, runs)))
                        .toList());
    }

    private RunbookTable.Row row(String name, Optional<Instant> exercised) {
        return switch (library.read(name)) {
            case Read.Accepted<Runbook> it -> RunbookTable.Row.of(it.value(), exercised);
            case Read.Refused<Runbook> it -> RunbookTable.Row.refused(name, it.problems().size());
        };
    }

    /// Counted is what went through to its end, as for `blackstart list`.
    private static Optional<Instant> exercised(String runbook, List<RunSummary> runs) {
        return runs.stream()
                .filter(run -> run.runbook().equals(runbook) && !run.open())
                .filter(run -> run.mode() != Mode.DIAGNOSIS)
                .map(RunSummary::opened)
                .findFirst();
    }

    /// A runbook and how it was exercised last.
    ///
    /// @param rehearsal the newest that has ended; before any has, the newest
    public record Exercised(
            RunbookTable.Row row, Optional<RunSummary> rehearsal, List<DrillRow> drills) {
        public Exercised {
            drills = List.copyOf(drills);
        }
    }

    /// Those within the caller's reach.
    public List<Exercised> exercised(Caller caller) {
        List<DrillRow> drills = drills(caller);
        List<RunSummary> runs = index.all();
        return runbooks(caller).rows().stream().map(row -> exercised(row, drills, runs)).toList();
    }

    /// @throws Refusal `NOT_FOUND` also when the caller may not see it
    public Exercised exercised(String name, Caller caller) {
        seen(name, caller);
        List<RunSummary> runs = index.all();
        List<DrillRow> drills =
                library.drills().stream()
                        .filter(drill -> drill.runbook().value().equals(name))
                        .map(drill -> new DrillRow(drill, ended(drill, runs)))
                        .toList();
        return exercised(row(name, exercised(name, runs)), drills, runs);
    }

    private static Exercised exercised(
            RunbookTable.Row row, List<DrillRow> drills, List<RunSummary> runs) {
        List<RunSummary> rehearsals =
                runs.stream()
                        .filter(run -> run.runbook().equals(row.name()))
                        .filter(run -> run.mode() == Mode.REHEARSAL)
                        .toList();
        Optional<RunSummary> ended = rehearsals.stream().filter(run -> !run.open()).findFirst();
        return new Exercised(
                row,
                ended.or(() -> rehearsals.stream().findFirst()),
                drills.stream()
                        .filter(it -> it.drill().runbook().value().equals(row.name()))
                        .toList());
    }

    /// Empty when it has errors.
    ///
    /// @throws Refusal `NOT_FOUND` also when the caller may not see it
    public Optional<Runbook> readable(String name, Caller caller) {
        seen(name, caller);
        return library.read(name) instanceof Read.Accepted<Runbook> it
                ? Optional.of(it.value())
                : Optional.empty();
    }

    /// @throws Refusal `NOT_FOUND` also when the caller may not see it
    public Runbook runbook(String name, Caller caller) {
        seen(name, caller);
        return library.runbook(name);
    }

    /// Its mistakes, as `blackstart lint` finds them.
    public List<Problem> problems(String name, Caller caller) {
        seen(name, caller);
        return library.problems(name);
    }

    private static void seen(String name, Caller caller) {
        caller.must(Scope.VIEW);
        caller.mustReach(name, Library.absent(name));
    }

    /// A drill and its runs.
    ///
    /// @param ended how its newest closed run came out; empty when there is none
    public record DrillRow(Drill drill, Optional<DrillRun> ended) {}

    /// @param score against the drill file as it is now
    public record DrillRun(RunSummary run, DrillScore score) {}

    public List<DrillRow> drills(Caller caller) {
        caller.must(Scope.VIEW);
        List<RunSummary> runs = index.all();
        return library.drills().stream()
                .filter(drill -> caller.grant().reaches(drill.runbook().value()))
                .map(drill -> new DrillRow(drill, ended(drill, runs)))
                .toList();
    }

    private Optional<DrillRun> ended(Drill drill, List<RunSummary> runs) {
        return runs.stream()
                .filter(run -> run.drill().filter(drill.name()::equals).isPresent() && !run.open())
                .findFirst()
                .map(run -> new DrillRun(run, score(drill, records.of(run.run()))));
    }

    /// What a drill expected of a closed run of it.
    private static DrillScore score(Drill drill, Snapshot snapshot) {
        return DrillScore.of(drill, snapshot.state(), snapshot.events(), List.of(), List.of());
    }

    /// The open loans of all runs the caller sees.
    public LoanTable loans(Caller caller) {
        caller.must(Scope.VIEW);
        return new LoanTable(
                index.all().stream()
                        .filter(run -> caller.grant().reaches(run.runbook()))
                        .flatMap(run -> run.loans().stream())
                        .toList());
    }
}
