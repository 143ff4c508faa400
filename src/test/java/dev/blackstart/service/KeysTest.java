package dev.blackstart.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.run.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private static final RunId RUN = RunId.of(1, 2, 3);
    private static final Order.Key KEY = new Order.Key("k", "aa");

    @TempDir Path folder;
    private Keys keys = new Keys(Path.of(""));

    @BeforeEach
    void opens() {
        keys = new Keys(folder.resolve("keys"));
    }

    private static void conflict(Runnable what, String words) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                            assertThat(it.getMessage()).contains(words);
                        });
    }

    @Test
    void aKeyStandsForOneOrderOfOnePerson() {
        assertThat(keys.take("anna", KEY)).isEmpty();
        conflict(() -> keys.take("anna", KEY), "is being carried out");
        keys.started("anna", KEY, RUN);

        assertThat(new Keys(folder.resolve("keys")).take("anna", KEY)).contains(RUN);
        conflict(() -> keys.take("anna", new Order.Key("k", "bb")), "used for another order");
        assertThat(keys.take("bo", KEY)).isEmpty();
    }

    @Test
    void anOrderThatWasRefusedMayComeAgain() {
        keys.take("anna", KEY);
        keys.free("anna", KEY);

        assertThat(keys.take("anna", KEY)).isEmpty();
    }

    @Test
    void whatACrashCutShortAndWhatIsOldIsForgotten() {
        keys.take("anna", KEY);
        keys.take("bo", KEY);
        keys.started("bo", KEY, RUN);

        keys.tidy(Instant.now());
        assertThat(keys.take("anna", KEY)).isEmpty();
        assertThat(keys.take("bo", KEY)).contains(RUN);

        keys.tidy(Instant.now().plus(Duration.ofDays(8)));
        assertThat(keys.take("bo", KEY)).isEmpty();
    }
}
