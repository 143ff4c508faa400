package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The hosts of a simulated world, what is true of each at the start, and how they answer commands.
///
/// @param hosts by name, in the order of the file
/// @param replies asked in this order; the first that fits answers
public record Simulation(Map<String, Stated> hosts, List<Reply> replies) {
    /// For drills whose world is not simulated.
    public static final Simulation NONE = new Simulation(Map.of(), List.of());

    public Simulation {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
        replies = List.copyOf(replies);
    }

    /// @param groups the groups the host is a member of
    public record Stated(List<String> groups, Map<String, Value> state) {
        public Stated {
            groups = List.copyOf(groups);
            state = Map.copyOf(state);
        }
    }

    /// How a command is answered.
    ///
    /// @param match found anywhere in the command: a `run` as sent, or the script's path followed
    ///   by its environment as `NAME=value`
    /// @param when must be true of the host's state
    /// @param prints standard output; `state.NAME` in it is the host's state before `sets`
    /// @param errors standard error
    /// @param exit exit status, 0 to 255
    /// @param sets made true when the command ends, unless it was never carried out
    public record Reply(
            Pattern match,
            Optional<StateCondition> when,
            Optional<Text> prints,
            Optional<Text> errors,
            int exit,
            Duration takes,
            List<Change> sets,
            Position position) {
        public Reply {
            sets = List.copyOf(sets);
        }
    }

    /// @param host another host whose state changes; empty for the one that answers
    public record Change(Optional<String> host, String key, Value value) {}
}
