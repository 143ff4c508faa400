package dev.blackstart.door.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RatesTest {
    private final AtomicLong now = new AtomicLong();
    private final Rates rates = new Rates(now::get);

    private int taken(String caller, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += rates.take(caller) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void aBurstIsTakenAndThenSoManyASecond() {
        assertThat(taken("anna", 1000)).isEqualTo(Rates.BURST);
        assertThat(taken("bo", 10)).isEqualTo(10);

        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(taken("anna", 1000)).isEqualTo(2 * Rates.A_SECOND);

        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(taken("anna", 1000)).isEqualTo(Rates.BURST);
    }
}
