package dev.blackstart.transport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.runbook.Drill.Injection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SandboxWorldTest {
    private SandboxWorld world;
    private Remote cp1;
    private Remote ops1;

    @BeforeAll
    void open() throws SandboxException, IOException {
        world =
                SandboxWorld.open(
                        Path.of(System.getProperty("java.io.tmpdir")),
                        Map.of(
                                "nodes", List.of("cp1"),
                                "control_plane", List.of("cp1"),
                                "gateways", List.of("gateway1"),
                                "vantage", List.of("ops1")),
                        List.of(
                                inject("log_pipe_wedged", "control_plane"),
                                inject("gateway_silent_inside", "gateway1")));
        cp1 = Remote.to(world, "cp1");
        ops1 = Remote.to(world, "ops1");
    }

    private static Injection inject(String fault, String host) {
        return new Injection(fault, List.of(host), Duration.ZERO, Optional.empty(), Map.of());
    }

    @AfterAll
    void close() throws IOException {
        cp1.close();
        ops1.close();
        Path folder = world.folder();
        world.close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void commands_run_with_their_streams_and_status() throws IOException {
        assertThat(cp1.run("echo out; echo err >&2; exit 7"))
                .isEqualTo(new Remote.Result(7, "out\n", "err\n"));
        assertThat(cp1.run("hostname").out()).isEqualTo("cp1\n");
        assertThat(cp1.run("head -c 3000000 /dev/zero | tr '\\0' x").out()).hasSize(3_000_000);
    }

    @Test
    void the_store_is_alive_frozen_and_comes_back_while_its_pipe_is_drained() throws IOException {
        Remote.Result frozen = cp1.run("curl -sS -m 1 http://127.0.0.1:2379/health");
        assertThat(frozen.status()).isEqualTo(28);
        assertThat(cp1.run("P=$(pgrep -xo etcd) && cat /proc/$P/task/*/wchan").out())
                .contains("pipe_w");
        assertThat(cp1.run("etcdctl --command-timeout=1s endpoint health").err())
                .contains("context deadline exceeded");
        assertThat(
                        cp1.run(
                                        "P=$(pgrep -xo etcd); setsid nohup cat /proc/$P/fd/2 >drained"
                                                + " 2>/dev/null </dev/null & echo $! >drain.pid")
                                .status())
                .isZero();
        assertThat(cp1.run("curl -sS -m 10 http://127.0.0.1:2379/health").out())
                .isEqualTo("{\"health\":\"true\"}\n");
        Remote.Result saved = cp1.run("etcdctl snapshot save \"$HOME/snap.db\"; echo $HOME");
        assertThat(saved.out()).contains("Snapshot saved at");
        assertThat(cp1.run("etcdctl snapshot status snap.db -w json").out())
                .matches(
                        "\\{\"hash\":\\d+,\"revision\":81230,\"totalKey\":40,\"totalSize\":\\d+}\n");
        assertThat(cp1.run("kill $(cat drain.pid)").status()).isZero();
        org.awaitility.Awaitility.await("the trap: without its drain the store freezes again")
                .atMost(Duration.ofSeconds(40))
                .until(() -> cp1.run("curl -sS -m 1 http://127.0.0.1:2379/health").status() == 28);
    }

    @Test
    void the_gateway_looks_dead_from_inside_and_answers_outside() throws IOException {
        String gateway =
                world.inventory().named("gateways").orElseThrow().stream()
                        .map(name -> world.inventory().host(name).orElseThrow().address().value())
                        .findFirst()
                        .orElseThrow();
        assertThat(cp1.run("arping -c 3 -w 1 " + gateway).status()).isEqualTo(1);
        assertThat(ops1.run("arping -c 3 -w 1 " + gateway).status()).isZero();
    }

    @Test
    void files_are_fetched_from_the_world_and_from_nowhere_else(@TempDir Path local)
            throws IOException {
        String path = cp1.run("echo content >f; printf %s \"$PWD/f\"").out();
        cp1.fetch(path, local.resolve("f"));
        assertThat(local.resolve("f")).hasContent("content");
        assertThatThrownBy(() -> cp1.fetch("/etc/hostname", local.resolve("g")))
                .isInstanceOf(IOException.class);
        cp1.run("ln -s /etc/hostname link");
        assertThatThrownBy(() -> cp1.fetch(path.replace("/f", "/link"), local.resolve("h")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> cp1.put(local.resolve("f"), path + "2"))
                .isInstanceOf(IOException.class);
        assertThat(Files.exists(Path.of(path + "2"))).isFalse();
    }

    @Test
    void a_reboot_is_written_down_and_nothing_else() throws IOException {
        assertThat(ops1.run("sudo -n systemctl reboot").status()).isZero();
        assertThat(world.attempts()).extracting(Attempt::command).contains("systemctl reboot");
    }
}
