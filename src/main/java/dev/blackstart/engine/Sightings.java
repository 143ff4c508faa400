package dev.blackstart.engine;

import dev.blackstart.run.ActionKey;
import dev.blackstart.run.RunEvent;
import dev.blackstart.transport.Completion;
import java.time.Duration;
import java.util.Optional;

/// Whether a host that was to go away answers, and since when it is up.
final class Sightings {
    private Sightings() {}

    static RunEvent sighted(ActionKey action, Completion completion) {
        return switch (completion) {
            case Completion.Exited it ->
                    new RunEvent.Sighted(
                            action, true, it.bootId(), up(it.stdout().text().strip()), "");
            case Completion.Signalled it ->
                    away(action, "signal " + it.signal() + " ended the look");
            case Completion.DeadlinePassed it -> away(action, "no answer in time");
            case Completion.Lost it -> away(action, it.reason());
            case Completion.Unreachable it -> away(action, it.reason());
        };
    }

    private static RunEvent away(ActionKey action, String reason) {
        return new RunEvent.Sighted(action, false, Optional.empty(), Optional.empty(), reason);
    }

    private static Optional<Duration> up(String seconds) {
        return seconds.matches("[0-9]{1,12}([.][0-9]+)?")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds.split("[.]")[0])))
                : Optional.empty();
    }
}
