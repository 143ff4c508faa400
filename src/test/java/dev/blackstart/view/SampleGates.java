package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Amendment;
import dev.blackstart.run.Choice;
import dev.blackstart.run.Gate;
import dev.blackstart.run.GateId;
import dev.blackstart.run.License;
import dev.blackstart.run.Person;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.PreparedUpload;
import dev.blackstart.run.WavePlan;
import dev.blackstart.runbook.FindingName;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
                1,
                List.of(),
                Optional.of(
                        new WavePlan(
                                3,
                                List.of(
                                        new WavePlan.Wave(1, hosts.subList(0, 1)),
                                        new WavePlan.Wave(2, hosts.subList(1, 31)),
                                        new WavePlan.Wave(3, hosts.subList(31, 300))),
                                List.of(
                                        "after each wave: proven, watched for 5 min, proven again",
                                        "nothing more is sent at 3 failures; what is unknown counts as one"))),
                List.of(),
                List.of());
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

    /// A file on three hosts, one of which has another one, and what it may break.
    public static Gate upload() {
        Gate gate =
                approval(
                        "place_upstream",
                        Risk.DISRUPT,
                        hosts(3),
                        "systemctl restart dnsmasq",
                        new Choice(Gate.YES, "send it", "nodes"));
        List<Prepared> commands = new ArrayList<>();
        for (Prepared command : gate.commands()) {
            String old = commands.isEmpty() ? "10.0.0.1" : "10.0.0.2\u001b[2J";
            commands.add(command.with(file(old)));
        }
        return new Gate(
                gate.id(),
                gate.kind(),
                gate.step(),
                gate.headline(),
                gate.targets(),
                gate.risk(),
                gate.why(),
                commands,
                gate.licenses(),
                gate.undo(),
                gate.proof(),
                gate.cautions(),
                gate.choices(),
                gate.fallback(),
                gate.digest(),
                gate.expires(),
                1,
                List.of(),
                Optional.empty(),
                List.of(
                        "nodes: the majority is LOST. 2 of 3 are needed; without node1, node2, node3 nobody remains.",
                        "dns is gone meanwhile; needed to run by store, api (through store).",
                        "Those who need dns bear its absence for 30 s; this may last 5 min (back_within)."),
                List.of());
    }

    private static PreparedUpload file(String old) {
        return new PreparedUpload(
                "/etc/dnsmasq.d/10-upstream.conf",
                "server=9.9.9.9\nno-resolv\n",
                "aa",
                "bb" + old,
                "",
                "dnsmasq --test -C /etc/dnsmasq.d/.blackstart-run-place.10-upstream.conf",
                "/etc/dnsmasq.d/.blackstart-run-place.10-upstream.conf",
                "/etc/dnsmasq.d/.blackstart-aa.10-upstream.conf",
                List.of("@@ -1,2 +1,2 @@", "-server=" + old, "+server=9.9.9.9", " no-resolv"));
    }

    /// A short command after a long script that saves evidence, with everything else that a gate
    /// can say.
    public static Gate preserving() {
        Gate gate =
                approval(
                        "end_holder",
                        Risk.DISRUPT,
                        hosts(3),
                        "kill -TERM 4711\nsleep 1\nkill -0 4711 && exit 1\nexit 0",
                        new Choice(Gate.YES, "send it", "nodes"));
        String script = "#!/bin/sh\n" + "lsof -nP +L1 >>\"$DIR/open\"\n".repeat(40);
        List<Prepared> commands = new ArrayList<>();
        List<Prepared> undos = new ArrayList<>();
        for (Prepared command : gate.commands()) {
            commands.add(command(command.host(), "save", script));
            commands.add(command);
            undos.add(
                    command(command.host(), "end_holder", "systemctl start on-" + command.host()));
        }
        return new Gate(
                gate.id(),
                gate.kind(),
                gate.step(),
                gate.headline(),
                gate.targets(),
                gate.risk(),
                Collections.nCopies(4, gate.why().getFirst()),
                commands,
                gate.licenses(),
                Optional.of("systemctl start on-node1 on node1 (and on 2 more, likewise)"),
                gate.proof(),
                Collections.nCopies(4, gate.cautions().getFirst()),
                gate.choices(),
                gate.fallback(),
                gate.digest(),
                gate.expires(),
                1,
                List.of(),
                Optional.empty(),
                upload().forecast(),
                undos);
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

    /// After a failure on some of the hosts.
    public static Gate menu(int failed) {
        List<HostName> hosts = hosts(failed);
        String whom = failed == 1 ? "node1" : "a host";
        return new Gate(
                new GateId(5),
                Gate.Kind.DECISION,
                new StepId("drain_log_pipe"),
                "Give the frozen store's log pipe a reader again did not succeed everywhere. How shall the run go on?",
                hosts,
                Optional.empty(),
                hosts.stream().map(host -> host + ": exit 3").toList(),
                hosts.stream()
                        .map(host ->
                                command(host, "drain_log_pipe", "cat /proc/4711/fd/1 > /dev/null"))
                        .toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(
                        Choice.of("retry", "ask for approval to send it again"),
                        Choice.asking(
                                Choice.Asks.TEXT,
                                "amend",
                                "change its command, then ask for approval"),
                        Choice.asking(
                                Choice.Asks.COMMAND,
                                "inspect",
                                "send your own command, as typed and unchecked"),
                        Choice.asking(
                                Choice.Asks.HOSTS,
                                "skip_host",
                                "go on in this step without " + whom),
                        Choice.asking(
                                Choice.Asks.HOSTS,
                                "exclude_host",
                                "send " + whom + " nothing more, and count its word no longer"),
                        Choice.of("skip", "go on without this step; what names it is refused"),
                        Choice.of("stop", "stop the run here")),
                "stop",
                "d5",
                NOW.plus(Duration.ofMinutes(30)));
    }

    /// The gate for a command that a person changed, and that three people must approve.
    public static Gate amended() {
        Gate gate = mutate();
        String after = "cat /proc/4711/fd/1 > /dev/null &";
        return new Gate(
                gate.id(),
                gate.kind(),
                gate.step(),
                gate.headline(),
                hosts(1),
                gate.risk(),
                gate.why(),
                List.of(command(new HostName("node1"), "drain_log_pipe", after)),
                gate.licenses(),
                gate.undo(),
                gate.proof(),
                gate.cautions(),
                List.of(Choice.of(Gate.YES, "send it (3 people)"), SKIP, NO),
                gate.fallback(),
                gate.digest(),
                gate.expires(),
                3,
                List.of(
                        new Amendment(
                                new HostName("node1"),
                                "run",
                                "cat /proc/[0-9]*/fd/1 > /dev/null",
                                after,
                                new Person("anna"))),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Prepared command(HostName host, String step, String text) {
        return new Prepared(
                host,
                text.startsWith("#!") ? "scripts/" + step + ".sh" : "run",
                text,
                text.startsWith("#!") ? Map.of("UNIT", "rke2-server") : Map.of(),
                true,
                Optional.empty(),
                Duration.ofSeconds(60),
                1024);
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
            commands.add(command(host, step, text));
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
