package dev.blackstart.door.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.Inventory;
import dev.blackstart.testing.Keygen;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the private keys come from.
class KeysExamTest {
    private static final Optional<Path> NO_AGENT = Optional.empty();

    @TempDir Path folder;

    private static Inventory host(String more) {
        return HostsExamTest.inventory(
                "hosts:\n  web1: { address: 192.0.2.11, user: ops" + more + " }\n");
    }

    private Dependency only(String more, Path usual, Optional<Path> agent) {
        List<Dependency> found =
                new KeysExam(host(more), folder, List.of(usual), agent, MountsTest.MOUNTS)
                        .dependencies();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aKeyOnThisMachineStandsAndOneWithAPassphraseWantsItOrAnAgent() {
        Path plain = Keygen.make(folder.resolve("plain"), "ed25519", "");
        Path locked = Keygen.make(folder.resolve("locked"), "ed25519", "secret");
        assertThat(only("", plain, NO_AGENT).grade()).isEqualTo(Grade.STANDS);
        assertThat(only("", locked, NO_AGENT).grade()).isEqualTo(Grade.WEAK);
        assertThat(only("", locked, Optional.of(folder.resolve("socket"))).grade())
                .isEqualTo(Grade.STANDS);
        assertThat(only(", identity: ~/plain", locked, NO_AGENT).grade()).isEqualTo(Grade.STANDS);
        assertThat(only(", identity: ~/gone", plain, NO_AGENT).grade()).isEqualTo(Grade.FALLS);
    }

    @Test
    void aKeyThatAnotherMachineServesIsNotTouched() {
        Dependency far = only(", identity: /home/anna/key", folder.resolve("none"), NO_AGENT);
        assertThat(far.grade()).isEqualTo(Grade.FALLS);
        assertThat(far.says())
                .isEqualTo("/home/anna/key lies on nfs4, which another machine serves.");
    }

    @Test
    void withoutAFileTheAgentCountsAsLongAsItIsOfThisMachine() {
        Path none = folder.resolve("none");
        Path forwarded = Path.of("/tmp/ssh-XXabc123/agent.4711");
        assertThat(only("", none, NO_AGENT).grade()).isEqualTo(Grade.FALLS);
        assertThat(only("", none, Optional.of(forwarded)).grade()).isEqualTo(Grade.FALLS);
        assertThat(only("", none, Optional.of(folder.resolve("socket"))).grade())
                .isEqualTo(Grade.WEAK);
    }
}
