package dev.blackstart.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Before a run that is to stop is closed, hosts are asked how it ended what is unknown there: all
/// at once, and for a short time, so that none that does not answer holds the end up.
record LastLook(Moment moment) {
    static final Duration AT_MOST = Duration.ofSeconds(5);

    /// Empty when all has been said, or the time is over.
    List<Directive> next() {
        Instant until =
                Stream.of(
                                moment.state().stopAt(),
                                moment.state().takingUps().last().map(Recorded::at))
                        .flatMap(Optional::stream)
                        .max(Instant::compareTo)
                        .orElse(moment.now())
                        .plus(AT_MOST);
        if (!moment.now().isBefore(until)) {
            return List.of();
        }
        List<Directive> looks =
                moment.state().actions().unknown().stream()
                        .flatMap(it -> new UnknownReceipt(moment, it).shortly(AT_MOST).stream())
                        .toList();
        return looks.isEmpty()
                ? looks
                : Stream.concat(looks.stream(), Stream.of(new Directive.WaitUntil(until))).toList();
    }
}
