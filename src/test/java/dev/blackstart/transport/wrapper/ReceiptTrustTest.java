package dev.blackstart.transport.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Kept;
import dev.blackstart.transport.Completion;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which words of a host about a sending count.
class ReceiptTrustTest {
    private final Claim claim = Samples.claim();

    private Receipt read(String boot, String place, String claimed, String rest) {
        String text =
                "%s receipt\nboot %s\nup 100.00\nclaim found\nplace %s\nclaimed %s\n%s\nout\n\n%s err\n"
                        .formatted(claim.nonce(), boot, place, claimed, rest, claim.nonce());
        Completion completion =
                new Completion.Exited(
                        0,
                        new Kept(text, text.length(), "", Optional.empty()),
                        Kept.NOTHING,
                        Duration.ZERO,
                        Optional.of(boot));
        return Receipt.parse(
                completion,
                new Receipt.Sending(claim, Optional.of("boot-1"), Duration.ofSeconds(5)));
    }

    @Test
    void theEndThatIsWrittenInTheSameBootCounts() {
        assertThat(read("boot-1", "/run/blackstart", "boot-1", "exit exited 3"))
                .isEqualTo(new Receipt.Done(3, false, "", ""));
    }

    @Test
    void theEndThatIsWrittenOnDiskCountsAfterAReboot() {
        assertThat(read("boot-2", "/root/.cache/blackstart", "boot-1", "exit exited 0"))
                .isEqualTo(new Receipt.Done(0, false, "", ""));
    }

    @Test
    void theEndThatStandsInMemoryFromAnotherBootDoesNotCount() {
        assertThat(read("boot-2", "/run/blackstart", "boot-1", "exit exited 0"))
                .isEqualTo(new Receipt.LostByReboot(Optional.of("boot-1")));
    }

    @Test
    void whatRanDuringAnotherBootIsLost() {
        assertThat(read("boot-2", "/root/.cache/blackstart", "boot-1", "carrier alive\nexit "))
                .isEqualTo(new Receipt.LostByReboot(Optional.of("boot-1")));
    }

    @ParameterizedTest
    @EnumSource(Completion.Cause.class)
    void aHostWithAnotherKeyIsNoHostThatMayAnswerLater(Completion.Cause cause) {
        Receipt receipt =
                Receipt.parse(
                        new Completion.Unreachable(cause, "why"),
                        new Receipt.Sending(claim, Optional.empty(), Duration.ZERO));
        boolean forAPerson =
                cause == Completion.Cause.HOST_KEY || cause == Completion.Cause.AUTHENTICATION;
        assertThat(receipt)
                .isEqualTo(
                        forAPerson ? new Receipt.Unreadable("why") : new Receipt.NoAnswer("why"));
    }
}
