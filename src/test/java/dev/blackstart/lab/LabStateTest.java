package dev.blackstart.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `lab state` sees inside a host: each thing that somebody did, and nothing that moves by
/// itself. The host is a folder and a few programs that say what theirs would; needs no root.
class LabStateTest {
    private static final Path LOOK = Path.of("docker/lab/lib/look").toAbsolutePath();

    @TempDir Path host;

    @BeforeEach
    void aHealthyHost() throws Exception {
        file("proc/sys/kernel/random/boot_id", "7");
        file("proc/mounts", "10.77.0.31:/ /mnt/data ceph rw 0 0\n");
        file("proc/sys/net/ipv4/ip_forward", "0");
        file("proc/sys/net/ipv4/tcp_keepalive_time", "7200");
        file("sys/class/net/bond0/bonding/arp_ip_target", "10.77.0.1");
        file("sys/class/net/bond0/bonding/active_slave", "vec0");
        file("var/log/pods/etcd.log", "many lines");
        program("systemctl", "ctld.service loaded active running The daemon");
        program("ip", "2: eth0 inet 10.77.0.12/24");
        program("nft", "");
        program("ctr", "TASK PID STATUS\nresolver 5 RUNNING\nstore 6 RUNNING");
        program("pgrep", "12");
        program("etcdctl", "/key\nvalue");
    }

    private void file(String name, String text) throws IOException {
        Path file = host.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String name, String says) throws IOException {
        file("bin/" + name, "#!/bin/sh\ncat <<'END'\n" + says + "\nEND\n");
        Files.setPosixFilePermissions(
                host.resolve("bin/" + name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> seen() throws Exception {
        var builder = new ProcessBuilder(LOOK.toString()).redirectErrorStream(true);
        builder.environment().put("LOOK", host.toString());
        builder.environment().put("VIP", "10.77.0.53");
        builder.environment().put("PATH", host.resolve("bin") + ":" + System.getenv("PATH"));
        Process look = builder.start();
        String said = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(look.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    @Test
    void whatMovesByItselfIsNotSeen() throws Exception {
        List<String> before = seen();
        assertThat(before).startsWith("boot\t7").contains("container store\tRUNNING");

        file("sys/class/net/bond0/bonding/active_slave", "vec1");
        file("var/log/pods/etcd.log", "more lines");
        program("ctr", "TASK PID STATUS\nstore 99 RUNNING");
        program(
                "systemctl",
                """
                ctld.service loaded activating auto-restart The daemon
                user@1000.service loaded active running Somebody
                run-r1.service loaded active running A question\
                """);
        program("ip", "2: eth0 inet 10.77.0.12/24\n2: eth0 inet 10.77.0.53/32");
        assertThat(seen()).isEqualTo(before);
    }

    @Test
    void whatSomebodyDidIsSeen() throws Exception {
        changes(() -> program("systemctl", "ctld.service loaded inactive dead The daemon"));
        changes(() -> file("run/systemd/system/vip-agent.service", ""));
        changes(() -> file("proc/mounts", ""));
        changes(() -> file("sys/class/net/bond0/bonding/arp_ip_target", "10.77.0.1 10.77.0.77"));
        changes(() -> file("proc/sys/net/ipv4/ip_forward", "1"));
        changes(() -> file("proc/sys/net/ipv4/tcp_keepalive_time", "60"));
        changes(() -> program("nft", "table inet own {}"));
        changes(() -> program("ctr", "TASK PID STATUS\nresolver 5 RUNNING"));
        changes(() -> program("etcdctl", "/key\nanother value"));
        changes(() -> Files.delete(host.resolve("var/log/pods/etcd.log")));
    }

    private interface Doing {
        void perform() throws IOException;
    }

    private void changes(Doing doing) throws Exception {
        List<String> before = seen();
        doing.perform();
        assertThat(seen()).isNotEqualTo(before);
    }
}
