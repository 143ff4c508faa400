package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import dev.blackstart.runbook.Command;
import dev.blackstart.runbook.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A rehearsal first asks every host whether it has what the steps on it need: the commands of
/// `needs`, and `sudo` without a password where a step uses it.
final class NeedsFlow {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String SUDO = "sudo";
    private static final String ASK =
            """
            PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
            has() {
              case $1 in
                sudo) [ "$(id -u)" = 0 ] || sudo -n -- true >/dev/null 2>&1 ;;
                *) command -v -- "$1" >/dev/null 2>&1 || command -v "$1" >/dev/null 2>&1 ;;
              esac
            }
            any() { for one do has "$one" && return 0; done; return 1; }
            for need in $NEEDS; do
              any $(echo "$need" | tr '|' ' ') || echo "$need"
            done
            exit 0
            """;

    private final Moment moment;

    NeedsFlow(Moment moment) {
        this.moment = moment;
    }

    List<Directive> next() {
        List<Directive> directives = new ArrayList<>();
        for (Step step : moment.plan().runbook().steps()) {
            if (step instanceof Step.Targeted targeted) {
                List<String> needs = needs(targeted);
                for (HostName host :
                        needs.isEmpty()
                                ? List.<HostName>of()
                                : moment.targets(targeted.targets())) {
                    if (!asked(step, host)) {
                        directives.add(
                                new Directive.CheckNeeds(step.id(), host, prepared(host, needs)));
                    }
                }
            }
        }
        return directives;
    }

    /// What is missing, one sentence a host.
    static List<String> missing(RunState state) {
        Map<HostName, List<String>> byHost = new LinkedHashMap<>();
        for (RunEvent.NeedsChecked needs : state.needs()) {
            if (!needs.missing().isEmpty()) {
                byHost.computeIfAbsent(needs.host(), host -> new ArrayList<>())
                        .add(
                                needs.missing().stream()
                                                .map(NeedsFlow::eitherOr)
                                                .collect(Collectors.joining(", "))
                                        + ", which "
                                        + needs.step()
                                        + " needs");
            }
        }
        List<String> sentences = new ArrayList<>();
        byHost.forEach((host, lacks) -> sentences.add(host + " lacks " + String.join("; ", lacks)));
        return sentences;
    }

    /// Of `etcdctl|etcdutl` one is enough, and the host has neither.
    private static String eitherOr(String need) {
        return need.replace("|", " or ");
    }

    private static List<String> needs(Step.Targeted step) {
        List<String> needs = new ArrayList<>(step.targets().needs());
        if (step instanceof Step.Acting acting && acting.execution().upload().isPresent()) {
            needs.add("sha256sum");
        }
        if (command(step).filter(Command::sudo).isPresent() && !needs.contains(SUDO)) {
            needs.add(SUDO);
        }
        return needs;
    }

    private static Optional<Command> command(Step.Targeted step) {
        return switch (step) {
            case Step.Check check -> Optional.of(check.command());
            case Step.Derive derive -> Optional.empty();
            case Step.Acting acting -> Optional.of(acting.execution().command());
        };
    }

    private boolean asked(Step step, HostName host) {
        return moment.state().needs().stream()
                .anyMatch(needs -> needs.step().equals(step.id()) && needs.host().equals(host));
    }

    private static Prepared prepared(HostName host, List<String> needs) {
        return new Prepared(
                host,
                "needs",
                ASK,
                Map.of("NEEDS", String.join(" ", needs)),
                false,
                Optional.empty(),
                TIMEOUT,
                1 << 20);
    }
}
