package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.License;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.WavePlan;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Gates as a run opens them.
public final class SampleGates {
    public static final Instant NOW = Instant.parse("2026-03-04T03:12:40Z");

    private static final Choice SKIP =
            Choice.of("s", "go on without this step; what names it is refused");
    private static final Choice NO = Choice.of("n", "no: stop the run here; nothing more is sent");

    private SampleGates() {}

    /// A short command on two hosts.
    public static Gate mutate() {
        return approval(
                "drain_log_pipe",
                Risk.MUTATE,
                hosts(2),
                "cat /proc/[0-9]*/fd/1 > /dev/null",
                Choice.of(Gate.YES, "send it"));
    }

    /// A script longer than a screen on three hosts.
    public static Gate disrupt() {
        String script =
                "#!/bin/sh\nset -eu\n"
                        + "systemctl stop \"$UNIT\"\n".repeat(30)
                        + "systemctl start \"$UNIT\"\n";
        return approval(
                "restart_control_plane",
                Risk.DISRUPT,
                hosts(3),
                script,
                new Choice(Gate.YES, "send it", "control_plane"));
    }

    public static Gate irreversible() {
        return approval(
                "wipe_member",
                Risk.IRREVERSIBLE,
                hosts(1),
                "rm -rf /var/lib/store/member",
                new Choice(Gate.YES, "send it (a reason and a second person)", "node1"));
    }

    /// Three hundred hosts, hostile words, long lines.
    public static Gate crowded() {
        return approval(
                "drain_log_pipe",
                Risk.MUTATE,
                hosts(300),
                "echo \u001b[2J ok; " + "x".repeat(200) + "; rm -rf /\n\u202egnp.sh\n",
                Choice.of(Gate.YES, "send it"));
    }

    /// Three hundred hosts, a canary first.
    public static Gate waves() {
        Gate all = crowded();
        List<HostName> hosts = all.targets();
        return new Gate(
                all.id(),
                all.kind(),
                all.step(),
                all.headline(),
                hosts,
                all.risk(),
                all.why(),
                all.commands().stream().map(SampleGates::harmless).toList(),
                all.licenses(),
                all.undo(),
                all.proof(),
                all.cautions(),
                all.choices(),
                all.fallback(),
                all.digest(),
                all.expires(),
                Optional.of(
                        new WavePlan(
                                3,
                                List.of(
                                        new WavePlan.Wave(1, hosts.subList(0, 1)),
                                        new WavePlan.Wave(2, hosts.subList(1, 31)),
                                        new WavePlan.Wave(3, hosts.subList(31, 300))),
                                List.of(
                                        "after each wave: proven, watched for 5 min, proven again",
                                        "nothing more is sent at 3 failures; what is unknown counts as one"))));
    }

    private static Prepared harmless(Prepared prepared) {
        return new Prepared(
                prepared.host(),
                "run",
                "systemctl restart proxy",
                Map.of(),
                true,
                Optional.empty(),
                prepared.timeout(),
                1024);
    }

    /// Where a blocked run asks how to go on.
    public static Gate decision() {
        return new Gate(
                new GateId(4),
                Gate.Kind.DECISION,
                new StepId("drain_log_pipe"),
                "What drain_log_pipe did on node2 is not known. How shall the run go on?",
                hosts(1),
                Optional.empty(),
                List.of("node2: sent 03:10:02, the connection ended; the command may still run"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(
                        Choice.of("look", "ask the host for its receipt again; changes nothing"),
                        Choice.of("applied", "I have checked: it was carried out"),
                        Choice.of("not_applied", "I have checked: it was not carried out"),
                        Choice.of("stop", "stop the run here; nothing more is sent")),
                "stop",
                "d4",
                NOW.plus(Duration.ofMinutes(30)));
    }

    private static Gate approval(
            String step, Risk risk, List<HostName> hosts, String text, Choice yes) {
        List<License> licenses = new ArrayList<>();
        List<Prepared> commands = new ArrayList<>();
        for (HostName host : hosts) {
            licenses.add(
                    new License(
                            new FindingName("log_pipe_full"),
                            host,
                            "true",
                            NOW.minusSeconds(12),
                            "check store_log_pipe"));
            commands.add(
                    new Prepared(
                            host,
                            text.startsWith("#!") ? "scripts/" + step + ".sh" : "run",
                            text,
                            text.startsWith("#!") ? Map.of("UNIT", "rke2-server") : Map.of(),
                            true,
                            Optional.empty(),
                            Duration.ofSeconds(60),
                            1024));
        }
        return new Gate(
                new GateId(3),
                Gate.Kind.APPROVAL,
                new StepId(step),
                "Give the frozen store's log pipe a reader again",
                hosts,
                Optional.of(risk),
                List.of(
                        "cluster_is_cause is true: any(store_frozen) is true: node1 says so (12 s ago)"),
                commands,
                licenses,
                Optional.of("scripts/stop-drain.sh"),
                Optional.of("!host.store_silent, asked every 2 s for at most 60 s"),
                List.of("Do not reboot the gateway. It costs the nodes that are still limping."),
                List.of(yes, SKIP, NO),
                "n",
                "0123456789abcdef",
                NOW.plus(Duration.ofMinutes(30)));
    }

    private static List<HostName> hosts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new HostName("node" + i)).toList();
    }
}
