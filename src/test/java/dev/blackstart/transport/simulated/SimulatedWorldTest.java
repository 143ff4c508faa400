package dev.blackstart.transport.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.ActionKey;
import dev.blackstart.run.Prepared;
import dev.blackstart.run.Purpose;
import dev.blackstart.run.RunId;
import dev.blackstart.runbook.StepId;
import dev.blackstart.transport.Calls;
import dev.blackstart.transport.Completion;
import dev.blackstart.transport.FetchResult;
import dev.blackstart.transport.wrapper.ActionCommand;
import dev.blackstart.transport.wrapper.ActionReply;
import dev.blackstart.transport.wrapper.CheckCommand;
import dev.blackstart.transport.wrapper.Claim;
import dev.blackstart.transport.wrapper.Receipt;
import dev.blackstart.transport.wrapper.ReceiptCommand;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What simulated hosts do with the commands of a run. Time stands still but for `skip`.
class SimulatedWorldTest {
    private static final Clock STILL =
            Clock.fixed(Instant.parse("2026-05-01T03:00:00Z"), ZoneOffset.UTC);
    private static final Claim CLAIM =
            new Claim(
                    RunId.of(1, 2, 3),
                    new ActionKey(new StepId("cure"), new HostName("a1"), 1),
                    Purpose.ACT,
                    "0123456789abcdef");

    @TempDir private Path folder;

    private Worlds open(String rest) {
        return Worlds.open(folder, rest, STILL);
    }

    private static Prepared prepared(String label, String text, Map<String, String> env) {
        return new Prepared(
                new HostName("a1"),
                label,
                text,
                env,
                true,
                Optional.empty(),
                Duration.ofSeconds(30),
                1 << 20);
    }

    private static String look(String command) {
        return CheckCommand.line(prepared("run", command, Map.of()));
    }

    private static String act(String command) {
        return ActionCommand.line(prepared("run", command, Map.of()), CLAIM);
    }

    private static Completion run(Worlds worlds, String line) {
        return run(worlds, "a1", line);
    }

    private static Completion run(Worlds worlds, String host, String line) {
        return skipping(worlds, worlds.calls().start(Calls.request(worlds.host(host), line)));
    }

    /// Puts time forward until the call has ended.
    private static Completion skipping(Worlds worlds, Calls.Call call) {
        Instant limit = Instant.now().plusSeconds(20);
        while (!call.completion().isDone() && Instant.now().isBefore(limit)) {
            worlds.world().pass(Duration.ofSeconds(1));
            Thread.onSpinWait();
        }
        return call.join();
    }

    /// Time is put forward piece by piece, and not while something happens.
    private static void passes(Worlds worlds, Duration time) {
        Instant until = worlds.world().clock().instant().plus(time);
        while (worlds.world().clock().instant().isBefore(until)) {
            worlds.world().pass(time);
            Thread.onSpinWait();
        }
    }

    private static String stdout(Completion completion) {
        return ((Completion.Exited) completion).stdout().text();
    }

    private static Receipt receipt(Worlds worlds) {
        return Receipt.parse(
                run(worlds, ReceiptCommand.line(CLAIM, true)),
                new Receipt.Sending(
                        CLAIM, Optional.of("simulated-a1-boot-1.0"), Duration.ofSeconds(1)));
    }

    @Test
    void theFirstReplyWhoseConditionHoldsAnswersFromTheStateOfItsHost() {
        try (Worlds worlds =
                open(
                        """
                        hosts:
                          a1: { state: { used: 97 } }
                          a2: { state: { used: 12 } }
                        replies:
                          - { match: df, when: state.used > 90, prints: 'full: [=state.used] on [=host.name]', exit: 1 }
                          - { match: df, prints: 'fine: [=state.used]' }
                        """)) {
            assertThat(stdout(run(worlds, "a1", look("df /var")))).isEqualTo("full: 97 on a1\n");
            assertThat(stdout(run(worlds, "a2", look("df /var")))).isEqualTo("fine: 12\n");
        }
    }

    @Test
    void scriptsAreMatchedByTheirPathAndEnvironment() {
        try (Worlds worlds =
                open(
                        """
                        hosts: { a1: { groups: [ nodes ] } }
                        replies:
                          - { match: '/^scripts.look\\.sh .*PORT=2[0-9] /', prints: never }
                          - { match: scripts/look.sh PORT=22 UNIT=sshd, prints: seen }
                        """)) {
            String line =
                    CheckCommand.line(
                            prepared(
                                    "scripts/look.sh",
                                    "#!/bin/sh\necho it's me\n",
                                    new TreeMap<>(Map.of("PORT", "22", "UNIT", "sshd"))));
            assertThat(stdout(run(worlds, line))).isEqualTo("never\n");
        }
    }

    @Test
    void anActionChangesTheStateWhenItEndsOnItsHostAndOthers() {
        try (Worlds worlds =
                open(
                        """
                        hosts: { a1: { state: { up: false } }, a2: { state: { up: false } } }
                        replies:
                          - { match: fix, takes: 10s, sets: { up: true, a2.up: true } }
                          - { match: look, prints: '[=state.up]' }
                        """)) {
            Calls.Call call = worlds.calls().start(Calls.request(worlds.host("a1"), act("fix")));
            assertThat(stdout(run(worlds, "a2", look("look")))).isEqualTo("false\n");
            assertThat(ActionReply.of(skipping(worlds, call), CLAIM))
                    .isInstanceOfSatisfying(
                            ActionReply.Exited.class, it -> assertThat(it.status()).isZero());
            assertThat(stdout(run(worlds, "a2", look("look")))).isEqualTo("true\n");
            assertThat(worlds.world().clock().instant())
                    .isAfterOrEqualTo(STILL.instant().plusSeconds(10));
        }
    }

    @Test
    void whatNoReplyFitsIsAGapAndNoSuccess() {
        try (Worlds worlds = open("hosts: { a1: { state: { up: true } } }\n")) {
            assertThat(run(worlds, look("uptime"))).isInstanceOf(Completion.Unreachable.class);
            assertThat(ActionReply.of(run(worlds, act("reboot now")), CLAIM))
                    .isInstanceOf(ActionReply.NotStarted.class);
            assertThat(worlds.world().gaps())
                    .containsExactly(
                            "no reply matches `reboot now` on a1; add one to `replies:` of the drill file",
                            "no reply matches `uptime` on a1; add one to `replies:` of the drill file");
        }
    }

    @Test
    void aReplyThatNamesStateItsHostLacksIsAGap() {
        try (Worlds worlds =
                open(
                        """
                        hosts: { a1: { state: { up: true } }, a2: { state: { used: 1 } } }
                        replies: [ { match: df, prints: '[=state.used]' } ]
                        """)) {
            assertThat(run(worlds, look("df"))).isInstanceOf(Completion.Unreachable.class);
            assertThat(worlds.world().gaps())
                    .singleElement()
                    .asString()
                    .contains("cannot be given on a1");
        }
    }

    @Test
    void aLostConnectionLeavesTheActionRunningAndAReceiptBehind() {
        try (Worlds worlds =
                open(
                        """
                        hosts: { a1: { state: { up: false } } }
                        inject: [ { fault: connection_lost, hosts: [ a1 ] } ]
                        replies: [ { match: fix, prints: done, takes: 10s, sets: { up: true } } ]
                        """)) {
            assertThat(run(worlds, act("fix"))).isInstanceOf(Completion.Lost.class);
            assertThat(receipt(worlds)).isInstanceOf(Receipt.Running.class);
            passes(worlds, Duration.ofSeconds(20));
            assertThat(receipt(worlds)).isEqualTo(new Receipt.Done(0, false, "done\n", ""));
            assertThat(ActionReply.of(run(worlds, act("fix")), CLAIM))
                    .isInstanceOf(ActionReply.AlreadyClaimed.class);
        }
    }

    @Test
    void aReceiptThatFindsNoClaimTakesIt() {
        try (Worlds worlds =
                open("hosts: { a1: { groups: [ n ] } }\nreplies: [ { match: fix } ]\n")) {
            assertThat(receipt(worlds)).isEqualTo(new Receipt.NotStarted());
            assertThat(ActionReply.of(run(worlds, act("fix")), CLAIM))
                    .isInstanceOf(ActionReply.AlreadyClaimed.class);
        }
    }

    @Test
    void aRebootLosesWhatRan() {
        try (Worlds worlds =
                open(
                        """
                        hosts: { a1: { groups: [ n ] } }
                        inject: [ { fault: host_rebooted, hosts: [ n ], at: 5s } ]
                        replies: [ { match: fix, takes: 10s } ]
                        """)) {
            assertThat(run(worlds, act("fix"))).isInstanceOf(Completion.Lost.class);
            assertThat(receipt(worlds)).isInstanceOf(Receipt.LostByReboot.class);
        }
    }

    @Test
    void aHostIsDownForItsTimeAndHangsForItsTime() {
        try (Worlds worlds =
                open(
                        """
                        hosts: { a1: { groups: [ n ] }, a2: { groups: [ n ] } }
                        inject:
                          - { fault: host_down, hosts: [ a1 ], for: 15s }
                          - { fault: host_hangs, hosts: [ a2 ] }
                        replies: [ { match: look, prints: there } ]
                        """)) {
            assertThat(run(worlds, "a1", look("look"))).isInstanceOf(Completion.Unreachable.class);
            assertThat(run(worlds, "a2", look("look")))
                    .isInstanceOf(Completion.DeadlinePassed.class);
            assertThat(stdout(run(worlds, "a1", look("look")))).isEqualTo("there\n");
        }
    }

    @Test
    void theHostEndsAnActionAtItsDeadlineAndNothingIsChanged() {
        try (Worlds worlds =
                open(
                        """
                        hosts: { a1: { state: { up: false } } }
                        replies:
                          - { match: fix, takes: 10m, sets: { up: true } }
                          - { match: look, prints: '[=state.up]' }
                        """)) {
            assertThat(ActionReply.of(run(worlds, act("fix")), CLAIM))
                    .isInstanceOf(ActionReply.TimedOutOnHost.class);
            assertThat(stdout(run(worlds, look("look")))).isEqualTo("false\n");
        }
    }

    @Test
    void anArtifactIsThereOnceItsActionHasEnded() {
        try (Worlds worlds =
                open("hosts: { a1: { groups: [ n ] } }\nreplies: [ { match: save } ]\n")) {
            Path local = folder.resolve("copy");
            assertThat(worlds.calls().fetch(worlds.host("a1"), "/var/tmp/s", local))
                    .isInstanceOf(FetchResult.NotCopied.class);
            String line =
                    ActionCommand.line(
                            prepared("run", "save", Map.of("ARTIFACT", "/var/tmp/s")), CLAIM);
            run(worlds, line);
            String hash =
                    CheckCommand.line(
                            prepared(
                                    "run",
                                    "sha256sum -- \"$ARTIFACT\" | cut -d' ' -f1",
                                    Map.of("ARTIFACT", "/var/tmp/s")));
            assertThat(worlds.calls().fetch(worlds.host("a1"), "/var/tmp/s", local))
                    .isInstanceOfSatisfying(
                            FetchResult.Copied.class,
                            it ->
                                    assertThat(stdout(run(worlds, hash)))
                                            .isEqualTo(it.sha256() + "\n"));
        }
    }

    @Test
    void faultsThatTheWorldDoesNotKnowAreRefused() {
        assertThatThrownBy(() ->
                        SimulatedWorld.open(
                                Worlds.drill(
                                        "hosts: { a1: { groups: [ n ] } }\ninject: [ { fault: flood, hosts: [ a1 ] } ]\n"),
                                STILL))
                .hasMessage(
                        "A simulated world knows no fault flood; it knows host_down, host_hangs, connection_lost, host_rebooted, and what else is wrong is the state of its hosts.");
    }
}
