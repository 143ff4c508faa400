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
    private static final int LANES = Integer.getInteger("proof.lanes", 10);

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

    @TempDir Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void noEndIsShownWithoutTheWordOfTheHost() throws Exception {
        int faults = Integer.getInteger("proof.faults", FULL ? 10_000 : 500);
        Tally tally = run("honest", faults, new Campaign.Setting(RUNBOOK, Map.of(), true));
        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.share()).as("%s", tally.open()).isGreaterThanOrEqualTo(0.99);
        assertThat(tally.struckBy()).containsKeys(Effect.values());
    }

    private Tally run(String name, int faults, Campaign.Setting setting) throws Exception {
        long begun = System.nanoTime();
        try (Campaign campaign = new Campaign(folder, LANES, setting)) {
            Lengths lengths = campaign.lengths();
            Tally tally = campaign.run(SEED, FIRST, faults, lengths, UnaryOperator.identity());
            ResultLine.write(
                    name,
                    "faults in the middle of actions",
                    tally.struck(),
                    "%d shown as what they are not".formatted(tally.wrong().size()),
                    Duration.ofNanos(System.nanoTime() - begun),
                    "%d unknown, %d of %d (%.1f %%) resolved by the host in 30 s, seed %d"
                            .formatted(
                                    tally.unknown(),
                                    tally.resolved(),
                                    tally.answerable(),
                                    100 * tally.share(),
                                    SEED));
            System.out.println(lengths + " " + tally.struckBy());
            tally.open().forEach(System.out::println);
            return tally;
        }
    }
}
