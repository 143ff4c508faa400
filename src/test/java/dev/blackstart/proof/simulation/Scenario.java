package dev.blackstart.proof.simulation;

import dev.blackstart.engine.Locks;
import dev.blackstart.engine.RunAmendment;
import dev.blackstart.inventory.Address;
import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.Host;
import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Reach;
import dev.blackstart.journal.Lock;
import dev.blackstart.reading.RunbookReader;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Plan;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Scope;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One runbook over some hosts, read once.
///
/// @param locks what a run of it must hold
/// @param files of the runbook, as a frozen copy has them
/// @param amended the same with a changed command
/// @param hosts those its steps are about
record Scenario(
        String name,
        Plan plan,
        Set<Lock> locks,
        Map<String, String> files,
        Optional<Scenario> amended,
        List<String> hosts) {
    /// `d` keeps no receipts.
    static final List<String> HOSTS = List.of("a", "b", "c", "d");

    /// A command that stands in the place of another in an amended runbook.
    static final String AMENDED = "set sick 0 amended";

    /// In a fixed order.
    static List<Scenario> all() {
        return Runbooks.names().stream().map(Scenario::of).toList();
    }

    private static Scenario of(String name) {
        Map<String, String> files = Runbooks.files(name);
        Map<String, String> changed = new HashMap<>(files);
        changed.replaceAll(
                (path, text) -> text.replace("run: set sick 0\n", "run: " + AMENDED + "\n"));
        Optional<Scenario> amended =
                changed.equals(files)
                        ? Optional.empty()
                        : Optional.of(of(name, changed, Optional.empty()));
        return of(name, files, amended);
    }

    private static Scenario of(String name, Map<String, String> files, Optional<Scenario> amended) {
        return of(name, runbook(name, files), files, amended, HOSTS.size() - 1);
    }

    private static Scenario of(
            String name,
            Runbook runbook,
            Map<String, String> files,
            Optional<Scenario> amended,
            int nodes) {
        Plan plan = new Plan(runbook, inventory(nodes), Map.of(), Mode.LIVE);
        return new Scenario(
                name, plan, Locks.of(plan, host -> List.of()), files, amended, hosts(plan));
    }

    private static List<String> hosts(Plan plan) {
        return plan.runbook().steps().stream()
                .filter(Step.Targeted.class::isInstance)
                .flatMap(
                        step -> ((Step.Targeted) step).targets().on().in(plan.inventory()).stream())
                .map(HostName::value)
                .distinct()
                .toList();
    }

    /// The same with so many hosts in the group `nodes`, and on none that is not in it.
    Scenario over(int nodes) {
        Map<String, String> fewer = Runbooks.over(files, nodes);
        Runbook runbook = fewer.equals(files) ? plan.runbook() : runbook(name, fewer);
        return of(name, runbook, fewer, amended.map(it -> it.over(nodes)), nodes);
    }

    /// The change to the amended runbook.
    RunAmendment amendment() {
        Scenario to = amended.orElseThrow();
        Map<String, String> changed = new HashMap<>();
        to.files.forEach((path, text) -> {
            if (!text.equals(files.get(path))) {
                changed.put("runbook/" + path, text);
            }
        });
        List<StepId> steps =
                plan.runbook().steps().stream()
                        .filter(step -> changes(step.id()))
                        .map(Step::id)
                        .toList();
        return new RunAmendment(changed, steps, List.of("-run: set sick 0", "+run: " + AMENDED));
    }

    private boolean changes(StepId id) {
        return plan.runbook().step(id).orElseThrow() instanceof Step.Acting one
                && amended.orElseThrow().plan.runbook().step(id).orElseThrow()
                        instanceof Step.Acting other
                && !text(one).equals(text(other));
    }

    private String text(Step.Acting step) {
        return step.execution().command().body() instanceof Command.Body.Run run
                ? run.text()
                        .render(
                                new Scope(
                                        plan.parameters(),
                                        plan.inventory(),
                                        Optional.empty(),
                                        Optional.of("/artifact"),
                                        Optional.empty()))
                        .toString()
                : "";
    }

    boolean secret() {
        return !plan.runbook().parameters().isEmpty();
    }

    private static Runbook runbook(String name, Map<String, String> files) {
        return switch (RunbookReader.read(name, files)) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused ->
                    throw new AssertionError(name + " refused: " + refused.problems());
        };
    }

    private static Inventory inventory(int nodes) {
        Map<HostName, Host> hosts = new LinkedHashMap<>();
        for (String name : HOSTS) {
            hosts.put(
                    new HostName(name),
                    new Host(
                            new HostName(name),
                            new Address("192.0.2." + (hosts.size() + 1), true),
                            22,
                            "root",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Reach.SSH,
                            name.equals("d") ? Map.of("receipts", "none") : Map.of()));
        }
        return new Inventory(
                hosts, Map.of("nodes", new Group("nodes", nodes(hosts, nodes), false)), Map.of());
    }

    private static List<HostName> nodes(Map<HostName, Host> hosts, int nodes) {
        return hosts.keySet().stream().limit(nodes).toList();
    }

    Step.Acting acting(StepId id) {
        return (Step.Acting) plan.runbook().step(id).orElseThrow();
    }
}
