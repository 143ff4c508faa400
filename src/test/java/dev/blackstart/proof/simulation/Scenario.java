package dev.blackstart.proof.simulation;

import dev.blackstart.engine.Locks;
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
import dev.blackstart.runbook.Read;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.StepId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One runbook over three hosts, read once.
///
/// @param locks what a run of it must hold
record Scenario(String name, Plan plan, Set<Lock> locks) {
    static final List<String> HOSTS = List.of("a", "b", "c");

    private static final String SICK =
            """
            steps:
              - check: look
                on: nodes
                run: ask sick
                timeout: 10s
                fresh_for: 1m
                findings: { sick: 'stdout.startsWith("1")' }
            """;

    private static final Map<String, String> RUNBOOKS =
            Map.of(
                    "mutate",
                    SICK
                            + """
                              - action: fix
                                on: nodes
                                where: host.sick
                                risk: mutate
                                requires: any(sick)
                                gate: { within: 1m }
                                run: set sick 0
                                timeout: 20s
                                verify: { check: look, that: "!host.sick", within: 6s, every: 2s }
                                undo: { run: set sick 1 }
                                on_failure: ask
                            """,
                    "waves",
                    SICK
                            + """
                              - action: restart
                                on: nodes
                                risk: disrupt
                                requires: any(sick)
                                batch: 1
                                stop_after_failures: 2
                                run: set sick 0
                                timeout: 20s
                                verify: { check: look, that: "!host.sick", within: 6s, every: 2s }
                                on_failure: ask
                            """,
                    "people",
                    SICK
                            + """
                              - action: wipe
                                on: a
                                risk: irreversible
                                requires: any(sick)
                                run: set sick 0
                                timeout: 20s
                                locks: [ "cluster:main" ]
                                on_failure: ask
                              - action: tell
                                on: b
                                risk: mutate
                                requires: any(sick) || none(sick)
                                run: set told 1
                                stdin: word
                                timeout: 20s
                            parameters:
                              word: { type: secret }
                            """,
                    "lend",
                    SICK
                            + """
                              - check: value
                                on: nodes
                                run: ask dns
                                timeout: 10s
                                findings: { lent: 'stdout.startsWith("9")' }
                              - action: lend
                                on: nodes
                                risk: disrupt
                                requires: any(sick)
                                gate: { approvals: 2 }
                                limit: 2
                                run: set dns 9
                                timeout: 20s
                                undo: { run: 'set dns "$ORIGINAL"' }
                                loan:
                                  due: 24h
                                  repaid_when: "none(lent)"
                                  capture: { run: ask dns }
                                on_failure: ask
                            """);

    /// In a fixed order.
    static List<Scenario> all() {
        return List.of("mutate", "waves", "people", "lend").stream().map(Scenario::of).toList();
    }

    private static Scenario of(String name) {
        Plan plan = new Plan(runbook(name), inventory(), Map.of(), Mode.LIVE);
        return new Scenario(name, plan, Locks.of(plan, host -> List.of()));
    }

    private static Runbook runbook(String name) {
        String head = "runbook: %s\ntitle: Test\n".formatted(name);
        return switch (RunbookReader.read(
                name, Map.of("runbook.yaml", head + RUNBOOKS.getOrDefault(name, "")))) {
            case Read.Accepted<Runbook> accepted -> accepted.value();
            case Read.Refused<Runbook> refused ->
                    throw new AssertionError("refused: " + refused.problems());
        };
    }

    private static Inventory inventory() {
        Map<HostName, Host> hosts = new LinkedHashMap<>();
        for (String name : HOSTS) {
            hosts.put(
                    new HostName(name),
                    new Host(
                            new HostName(name),
                            new Address("192.0.2." + (hosts.size() + 1), true),
                            22,
                            "root",
                            java.util.Optional.empty(),
                            java.util.Optional.empty(),
                            java.util.Optional.empty(),
                            Reach.SSH,
                            Map.of()));
        }
        return new Inventory(
                hosts,
                Map.of("nodes", new Group("nodes", List.copyOf(hosts.keySet()), false)),
                Map.of());
    }

    Step.Acting acting(StepId id) {
        return (Step.Acting) plan.runbook().step(id).orElseThrow();
    }
}
