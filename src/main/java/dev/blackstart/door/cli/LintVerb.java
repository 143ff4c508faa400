package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.reading.PolicyLint;
import dev.blackstart.reading.PolicyReader;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Problem;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.view.ProblemJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lint`: everything that is wrong or doubtful in runbooks, their drills, the inventory and the
/// policy.
@Command(
        name = "lint",
        description = "Check runbooks, drills, inventory and policy; contacts nothing.",
        footerHeading = "%nExample:%n",
        footer = {"  blackstart lint", "  blackstart lint store-frozen"})
final class LintVerb implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Ports ports;

    @Mixin SharedOptions shared = new SharedOptions();

    @Parameters(
            paramLabel = "RUNBOOK",
            arity = "0..*",
            description = "Names of runbooks (default: all).")
    List<String> names = new ArrayList<>();

    LintVerb(Surroundings surroundings, Ports ports) {
        this.surroundings = surroundings;
        this.ports = ports;
    }

    @Override
    public Integer call() {
        Places places = new Setting(surroundings, shared).places();
        Shelf shelf = new Shelf(places);
        List<Problem> problems = new ArrayList<>();
        Optional<Inventory> inventory = inventory(places, problems);
        Set<String> wanted = new LinkedHashSet<>(names.isEmpty() ? shelf.names() : names);
        wanted.addAll(wanted.stream().flatMap(name -> called(shelf.read(name))).toList());
        places.policy().ifPresent(file -> problems.addAll(policy(file)));
        wanted.forEach(name -> problems.addAll(problems(shelf, name, inventory)));
        print(wanted.size(), problems.stream().distinct().sorted().toList());
        return problems.stream().anyMatch(Problem::isError)
                ? ExitCode.REFUSED.number()
                : ExitCode.DONE.number();
    }

    /// What a runbook calls, however deep, is looked at too.
    private static Stream<String> called(Read<Runbook> read) {
        return read instanceof Read.Accepted<Runbook> accepted
                ? accepted.value().steps().stream()
                        .filter(Step.Call.class::isInstance)
                        .map(step -> ((Step.Call) step).runbook().value())
                : Stream.empty();
    }

    private Optional<Inventory> inventory(Places places, List<Problem> problems) {
        if (!Files.isRegularFile(places.inventory())) {
            return Optional.empty();
        }
        Read<Inventory> read = InventoryReader.read(places.inventory());
        problems.addAll(read.problems());
        return read instanceof Read.Accepted<Inventory> accepted
                ? Optional.of(accepted.value())
                : Optional.empty();
    }

    /// Whose yes counts is as much of a recovery as its steps.
    private List<Problem> policy(Path file) {
        return Stream.concat(
                        PolicyLint.check(file, surroundings.clock().instant()).stream(),
                        new WritableByOthers(file).problems(PolicyReader.read(file)).stream())
                .toList();
    }

    private List<Problem> problems(Shelf shelf, String name, Optional<Inventory> inventory) {
        Read<Runbook> read = shelf.read(name);
        List<Problem> problems = new ArrayList<>(read.problems());
        List<Drill> drills = shelf.drills(name, problems);
        if (read instanceof Read.Accepted<Runbook> accepted) {
            problems.addAll(ports.linting().check(accepted.value(), inventory, drills));
        }
        return problems;
    }

    private void print(int runbooks, List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        List<String> lines = new ArrayList<>(Sentences.problems(problems));
        lines.add(
                Words.count(runbooks, "runbook")
                        + ", "
                        + Words.count(errors, "error")
                        + ", "
                        + Words.count(problems.size() - errors, "warning")
                        + ".");
        new Printed(surroundings, shared).print(() -> lines, () -> ProblemJson.of(problems));
    }
}
