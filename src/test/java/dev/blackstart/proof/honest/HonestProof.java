package dev.blackstart.proof.honest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.proof.ResultLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Unknown is honest: whatever happens to a connection in the middle of an action, it is shown as
/// succeeded or failed on the word of its host only. `-Dproof.faults=N` says how many faults,
/// `-Dproof.seed=N` which, `-Dproof.first=N` from which number on.
class HonestProof {
    private static final boolean FULL = "full".equals(System.getProperty("proof.size"));
    private static final long SEED = Long.getLong("proof.seed", 20261122);
    private static final long FIRST = Long.getLong("proof.first", 1);
    private static final int LANES = Integer.getInteger("proof.lanes", 14);

    private static final String RUNBOOK =
            """
            runbook: honest
            title: An action of some length with some end
            parameters:
              n: { type: int, help: Number of the action }
            steps:
              - check: look
                on: nodes
                run: test -e "$HONEST_HOME/done."[=params.n]
                timeout: 20s
                findings: { done: exit == 0 }
              - action: act
                on: nodes
                risk: mutate
                run: exec /bin/sh "$HONEST_HOME/deed."[=params.n]
                timeout: 30s
                on_failure: skip_host
            """;
    private static final String PROOF =
            "    verify: { check: look, that: host.done, within: 1s, every: 500ms }\n";

    private static final Campaign.Setting KEPT = new Campaign.Setting(RUNBOOK, Map.of(), true);
    private static final Campaign.Setting BARE =
            new Campaign.Setting(RUNBOOK + PROOF, Map.of("receipts", "none"), false);

    /// Among so many faults each defect must be found.
    private static final int AT_MOST = 200;

    @TempDir Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void noEndIsShownWithoutTheWordOfTheHost() throws Exception {
        int faults = Integer.getInteger("proof.faults", FULL ? 10_000 : 500);
        Tally tally = run("honest", faults, KEPT);
        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.share()).as("%s", tally.open()).isGreaterThanOrEqualTo(0.99);
        assertThat(tally.answerable()).isGreaterThan(faults / 2);
    }

    /// Where no receipt is kept nothing is done before its effect is seen, and a person is asked
    /// for the rest.
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    void withoutReceiptsNothingIsShownAsDoneUnseen() throws Exception {
        int faults = Integer.getInteger("proof.bare", FULL ? 1_000 : 60);
        Tally tally = run("honest-bare", faults, BARE);
        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.asked()).isPositive();
    }

    /// The proof can fail: each of these defects is found.
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void aTransportThatGuessesIsFound() throws Exception {
        long begun = System.nanoTime();
        int faults = 0;
        int hardest = 0;
        try (Campaign campaign = new Campaign(folder, LANES, KEPT)) {
            Lengths lengths = campaign.lengths();
            for (Guess guess : Guess.values()) {
                long first = 1_000_000L * (guess.ordinal() + 1);
                Tally tally =
                        campaign.run(
                                SEED,
                                first,
                                it -> !it.wrong().isEmpty() || it.struck() >= AT_MOST,
                                lengths,
                                guess::over);
                assertThat(tally.wrong()).as("%s", guess).isNotEmpty();
                faults += tally.struck();
                hardest = Math.max(hardest, tally.struck());
            }
        }
        ResultLine.write(
                "honest-guesses",
                "faults under %d defects".formatted(Guess.values().length),
                faults,
                "all defects found",
                Duration.ofNanos(System.nanoTime() - begun),
                "the hardest after %d faults, seed %d".formatted(hardest, SEED));
    }

    private Tally run(String name, int faults, Campaign.Setting setting) throws Exception {
        long begun = System.nanoTime();
        try (Campaign campaign = new Campaign(folder, LANES, setting)) {
            Tally tally =
                    campaign.run(
                            SEED,
                            FIRST,
                            it -> it.struck() >= faults,
                            campaign.lengths(),
                            UnaryOperator.identity());
            ResultLine.write(
                    name,
                    "faults in the middle of actions",
                    tally.struck(),
                    "%d shown as what they are not".formatted(tally.wrong().size()),
                    Duration.ofNanos(System.nanoTime() - begun),
                    tally.words() + ", seed " + SEED);
            tally.open().forEach(System.out::println);
            return tally;
        }
    }
}
