package dev.blackstart.door.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.runbook.Secret;
import dev.blackstart.service.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A button that we did not offer, or not for so long, is none.
class VouchersTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String PRESS = "01m80t4e6qsnc7ggvg95pkm8ae G1 7c1b0000 y 0";

    private final Vouchers vouchers = new Vouchers(new Secret("correct horse"), () -> NOON);

    @Test
    void bindsRunGateDigestChoiceAndEnd() {
        String voucher = vouchers.of(PRESS, NOON.plusSeconds(60));

        assertThat(vouchers.until(PRESS, voucher)).contains(NOON.plusSeconds(60));
        for (String other :
                new String[] {
                    PRESS.replace("01m8", "01m9"),
                    PRESS.replace("G1", "G2"),
                    PRESS.replace("7c1b", "7c1c"),
                    PRESS.replace(" y ", " n "),
                    PRESS + " web1",
                    ""
                }) {
            assertThat(vouchers.until(other, voucher)).as(other).isEmpty();
        }
        long seconds = NOON.plusSeconds(60).getEpochSecond();
        String longer = voucher.replace(seconds + ".", (seconds + 600) + ".");
        assertThat(vouchers.until(PRESS, longer)).isEmpty();
        assertThat(vouchers.until(PRESS, "")).isEmpty();
        assertThat(new Vouchers(new Secret("another key"), () -> NOON).until(PRESS, voucher))
                .isEmpty();
    }

    @Test
    void isOverWhenItsGateIs() {
        assertThat(vouchers.over(NOON.plusSeconds(1))).isFalse();
        assertThat(vouchers.over(NOON)).isTrue();
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerAlone(@TempDir Path state) throws Exception {
        Secret key = new OwnKey(state).read();

        assertThat(new OwnKey(state).read().reveal()).isEqualTo(key.reveal()).hasSize(64);
        Path file = state.resolve("service/voucher-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(state.resolve("service").toFile().list()).containsExactly("voucher-key");
        Files.writeString(file, "short\n");
        assertThatThrownBy(() -> new OwnKey(state).read())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("voucher-key, cannot be used; remove it");
    }
}
