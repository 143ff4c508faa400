package dev.blackstart.runbook;

import dev.blackstart.inventory.ServiceMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A drill file: a world with faults, what a scripted operator answers, and what must come of it.
///
/// @param map what depends on what among the hosts, for the forecast in gates
/// @param simulation the hosts of `world: simulated` and their replies
/// @param inject faults by the name the world knows them by
/// @param answers the scripted operator for `--auto`, consumed in order of the gates they fit
/// @param parameters parameter values as written
/// @param mustDiagnose hypotheses that must be CONFIRMED
/// @param mustRefuse steps that must end refused
/// @param mustRecover the run's verdict must be recovered
/// @param mustChangeNothing no action may be sent to any host
/// @param mustEnd the word of the verdict the run must end with
/// @param by how long the whole drill may take
public record Drill(
        String name,
        RunbookName runbook,
        String title,
        World world,
        Map<String, List<String>> hosts,
        ServiceMap map,
        Simulation simulation,
        List<Injection> inject,
        List<Event> events,
        List<ScriptedAnswer> answers,
        Map<String, String> parameters,
        List<HypothesisName> mustDiagnose,
        List<StepId> mustRefuse,
        boolean mustRecover,
        boolean mustChangeNothing,
        Optional<String> mustEnd,
        Optional<Duration> by,
        Position position) {
    public enum World {
        SIMULATED,
        SANDBOX,
        LAB
    }

    /// @param hosts names of hosts or groups of the drill's world
    /// @param at when, counted from the start; `lasting` how long, empty for ever
    /// @param knobs how strong it is, by the names the lab knows
    public record Injection(
            String fault,
            List<String> hosts,
            Duration at,
            Optional<Duration> lasting,
            Map<String, String> knobs) {
        public Injection {
            hosts = List.copyOf(hosts);
            knobs = Map.copyOf(knobs);
        }
    }

    /// @param says what is told to the operator at that time
    public record Event(Duration at, String says) {}

    /// @param step the step whose gate is answered
    /// @param choice the key of the choice
    /// @param typed what is typed in full besides, such as the target's name
    public record ScriptedAnswer(StepId step, String choice, String typed) {}

    public Drill {
        hosts = Map.copyOf(hosts);
        inject = List.copyOf(inject);
        events = List.copyOf(events);
        answers = List.copyOf(answers);
        parameters = Map.copyOf(parameters);
        mustDiagnose = List.copyOf(mustDiagnose);
        mustRefuse = List.copyOf(mustRefuse);
    }
}
