package dev.blackstart.door.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which paths another machine serves, by lines as Linux writes them.
class MountsTest {
    static final Mounts MOUNTS =
            new Mounts(
                    List.of(
                            "21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
                            "40 21 0:41 / /home rw,relatime shared:20 - nfs4 filer:/home rw,hard",
                            "41 40 8:2 / /home/local\\040disk rw - ext4 /dev/sdb1 rw",
                            "42 21 0:50 / /srv/books rw - fuse.sshfs ops@bastion:/books rw",
                            "43 21 0:22 / /sys rw - sysfs sysfs rw"));

    @Test
    void theDeepestMountDecides() {
        assertThat(MOUNTS.far(Path.of("/home/anna/.ssh/id_ed25519"))).contains("nfs4");
        assertThat(MOUNTS.far(Path.of("/home/local disk/key"))).isEmpty();
        assertThat(MOUNTS.far(Path.of("/srv/books/../books/a"))).contains("fuse.sshfs");
        assertThat(MOUNTS.far(Path.of("/homes"))).isEmpty();
        assertThat(MOUNTS.far(Path.of("/var/lib/blackstart"))).isEmpty();
    }

    @Test
    void withoutAListNothingIsFar() {
        assertThat(new Mounts(List.of()).far(Path.of("/home"))).isEmpty();
        assertThat(new Mounts(List.of("nonsense", "a - b")).far(Path.of("/home"))).isEmpty();
    }
}
