package dev.blackstart.runbook;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One step of a runbook. Exactly one key of its YAML names kind and id.
public sealed interface Step {
    Heading heading();

    default StepId id() {
        return heading().id();
    }

    /// A step that is carried out on hosts.
    sealed interface Targeted extends Step {
        Targets targets();
    }

    /// A step that changes something and therefore passes a gate.
    sealed interface Acting extends Targeted {
        Execution execution();
    }

    /// Looks and never changes anything.
    record Check(
            Heading heading,
            Targets targets,
            Command command,
            Map<FindingName, Measure> findings,
            Optional<Condition> admissible,
            Optional<Witnesses> witnesses,
            Duration freshFor)
            implements Targeted {
        /// Two minutes.
        public static final Duration DEFAULT_FRESH_FOR = Duration.ofMinutes(2);

        public Check {
            findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
        }

        /// Steps are told apart by their ids; checks are kept in sets wherever evidence is asked
        /// for.
        @Override
        public int hashCode() {
            return id().hashCode();
        }
    }

    /// A finding, named like the step, computed from other findings of the same host.
    record Derive(Heading heading, Targets targets, Derivation value) implements Targeted {
        public FindingName finding() {
            return new FindingName(heading.id().value());
        }
    }

    /// A person observes; the answer is a finding. With the answers `yes` and `no` it is a bool,
    /// else a string.
    record Ask(Heading heading, Text question, List<String> answers, FindingName finding)
            implements Step {
        public Ask {
            answers = List.copyOf(answers);
        }

        public boolean yesOrNo() {
            return answers.size() == 2 && answers.contains("yes") && answers.contains("no");
        }
    }

    record Action(Heading heading, Targets targets, Execution execution) implements Acting {}

    /// An action that yields a verified artifact.
    ///
    /// @param fetch copy the artifact off the host over SFTP and compare hashes
    record Snapshot(
            Heading heading,
            Targets targets,
            Execution execution,
            Optional<Validity> valid,
            boolean fetch)
            implements Acting {}

    /// Polls a check until a condition holds or a deadline passes.
    record Wait(Heading heading, StepId check, Condition until, Duration every, Duration within)
            implements Step {}

    /// A person acts; confirmed, then verified.
    record Manual(Heading heading, Text instructions, Optional<Verify> verify) implements Step {}

    /// Another runbook. Its steps follow this one, with its id and a dot before theirs; it settles
    /// when they have.
    ///
    /// @param with values of the called runbook's parameters
    /// @param secrets secret parameters of the called runbook, and of this one in their place
    /// @param parameters what the called runbook declares
    record Call(
            Heading heading,
            RunbookName runbook,
            Map<String, Text> with,
            Map<String, String> secrets,
            Map<String, Parameter> parameters)
            implements Step {
        public Call {
            with = Map.copyOf(with);
            secrets = Map.copyOf(secrets);
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }
}
