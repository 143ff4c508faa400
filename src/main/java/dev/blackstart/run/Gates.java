package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes gates that license nothing: decisions, questions and manual steps.
final class Gates {
    /// An unanswered gate closes after half an hour, and that means no.
    static final Duration OPEN_FOR = Duration.ofMinutes(30);

    private final Moment moment;

    Gates(Moment moment) {
        this.moment = moment;
    }

    Gate plain(
            Gate.Kind kind,
            StepId step,
            String headline,
            List<String> why,
            List<HostName> hosts,
            List<Choice> choices,
            String fallback) {
        List<String> parts = new ArrayList<>(List.of(kind.name(), step.value(), headline));
        hosts.forEach(host -> parts.add(host.value()));
        choices.forEach(choice -> parts.add(choice.key()));
        return new Gate(
                moment.state().gates().next(),
                kind,
                step,
                headline,
                hosts,
                Optional.empty(),
                why,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                choices,
                fallback,
                Digests.of(parts),
                moment.now().plus(OPEN_FOR));
    }
}
