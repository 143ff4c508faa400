package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Spread;
import dev.blackstart.runbook.StepId;
import dev.blackstart.runbook.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the events of a run one after the other and holds each sending to the rules of waves.
/// Knows nothing of how the conductor comes to its decisions.
final class WaveRules {
    private static final StepId CURE = new StepId("cure");

    private final Spread spread;
    private final int hosts;
    private final Map<HostName, Outcome> ended = new HashMap<>();
    private final Set<HostName> flying = new HashSet<>();
    private final Set<HostName> sent = new HashSet<>();
    private final Set<HostName> failedSinceAsked = new HashSet<>();
    private final Set<Integer> numbers = new HashSet<>();
    private Set<HostName> wave = Set.of();
    private boolean proven;
    private boolean accepted;
    private Instant lastEnd = Instant.MIN;
    private Instant soakedAt = Instant.MIN;

    WaveRules(Spread spread, int hosts) {
        this.spread = spread;
        this.hosts = hosts;
    }

    void hold(List<Recorded> events) {
        events.forEach(this::hold);
    }

    private void hold(Recorded recorded) {
        switch (recorded.event()) {
            case RunEvent.WaveBegun it -> begun(it);
            case RunEvent.Dispatched it when it.purpose() == Purpose.ACT -> dispatched(it);
            case RunEvent.Ended it when it.purpose() == Purpose.ACT ->
                    ended(it.action().host(), it.outcome(), recorded.at());
            case RunEvent.Resolved it -> ended(it.action().host(), it.outcome(), recorded.at());
            case RunEvent.RunResumed it ->
                    List.copyOf(flying)
                            .forEach(host ->
                                    ended(host, new Outcome.Unknown("lost"), recorded.at()));
            case RunEvent.WaveProven it -> proven = it.truth() == Truth.TRUE;
            case RunEvent.WaveSoaked it -> {
                pauseWasLongEnough(recorded.at());
                soakedAt = recorded.at();
                proven = false;
            }
            case RunEvent.GateAnswered it when it.choice().equals("rest") -> {
                failedSinceAsked.clear();
                accepted = true;
            }
            default -> {}
        }
    }

    private void begun(RunEvent.WaveBegun it) {
        assertThat(flying).as("in flight when a wave begins").isEmpty();
        assertThat(ended.values()).noneMatch(Outcome.Unknown.class::isInstance);
        assertThat(failedSinceAsked.size())
                .as("failures when a wave begins")
                .isLessThan(spread.stopAfterFailures().orElse(1));
        boolean anyDone =
                wave.stream().anyMatch(host -> ended.get(host) instanceof Outcome.Succeeded);
        if (anyDone && !accepted) {
            assertThat(proven).as("the wave before is proven").isTrue();
            if (spread.pause().isPresent()) {
                assertThat(soakedAt).as("soaked after its end").isAfter(lastEnd);
            }
        }
        assertThat(it.hosts()).hasSizeBetween(1, spread.size(it.number() - 1, hosts));
        assertThat(numbers.add(it.number())).as("each wave goes once").isTrue();
        wave = Set.copyOf(it.hosts());
        proven = false;
        accepted = false;
    }

    private void pauseWasLongEnough(Instant now) {
        assertThat(Duration.between(lastEnd, now))
                .isGreaterThanOrEqualTo(spread.pause().orElseThrow());
    }

    private void dispatched(RunEvent.Dispatched it) {
        HostName host = it.action().host();
        assertThat(it.action().step()).isEqualTo(CURE);
        assertThat(wave).as("the wave that is out").contains(host);
        assertThat(sent.add(host)).as("each host once").isTrue();
        flying.add(host);
    }

    private void ended(HostName host, Outcome outcome, Instant at) {
        if (flying.remove(host) || ended.get(host) instanceof Outcome.Unknown) {
            ended.put(host, outcome);
            lastEnd = at;
            if (!(outcome instanceof Outcome.Succeeded || outcome instanceof Outcome.Unknown)) {
                failedSinceAsked.add(host);
            }
        }
    }

    Set<HostName> sent() {
        return sent;
    }
}
