package dev.blackstart.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.door.cli.doctor.Grade;
import dev.blackstart.inventory.Reach;
import dev.blackstart.run.Attestation;
import dev.blackstart.run.Gate;
import dev.blackstart.run.Hindrance;
import dev.blackstart.run.HypothesisVerdict;
import dev.blackstart.run.Mode;
import dev.blackstart.run.Outcome;
import dev.blackstart.run.StepOutcome;
import dev.blackstart.run.Verdict;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.OnFailure;
import dev.blackstart.runbook.ParameterType;
import dev.blackstart.runbook.Risk;
import dev.blackstart.runbook.Step;
import dev.blackstart.runbook.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The glossary has every word of the code's choices, and none that the code does not know.
class GlossaryTest {
    private final Markdown glossary = Markdown.of("src/site/markdown/glossary.md");

    @Test
    void choicesAreTheSameInCodeAndGlossary() {
        Map<String, List<String>> choices =
                Map.ofEntries(
                        Map.entry("Step kinds", kinds(Step.class)),
                        Map.entry("Truth", constants(Truth.values())),
                        Map.entry("Verdict on a hypothesis", constants(HypothesisVerdict.values())),
                        Map.entry("Risk", Stream.of(Risk.values()).map(Risk::word).toList()),
                        Map.entry("Outcome of one sending to one host", kinds(Outcome.class)),
                        Map.entry(
                                "What kept a command from a host",
                                Stream.of(Hindrance.values()).map(Hindrance::word).toList()),
                        Map.entry(
                                "Outcome of a step",
                                Stream.of(StepOutcome.values()).map(StepOutcome::word).toList()),
                        Map.entry(
                                "Verdict of a run",
                                Stream.of(Verdict.values()).map(Verdict::word).toList()),
                        Map.entry("Mode", constants(Mode.values())),
                        Map.entry(
                                "After a failure",
                                Stream.of(OnFailure.values()).map(OnFailure::word).toList()),
                        Map.entry("Kind of gate", constants(Gate.Kind.values())),
                        Map.entry(
                                "Parameter type",
                                Stream.of(ParameterType.values())
                                        .map(ParameterType::word)
                                        .toList()),
                        Map.entry("World of a drill", constants(Drill.World.values())),
                        Map.entry(
                                "How it is known who answered",
                                constants(Attestation.Way.values())),
                        Map.entry("How a host is reached", constants(Reach.values())),
                        Map.entry("Grade of what Blackstart stands on", constants(Grade.values())));
        choices.forEach((heading, words) ->
                assertThat(glossary.words(heading))
                        .as("glossary.md, " + heading)
                        .containsExactlyInAnyOrderElementsOf(words));
    }

    @Test
    void everyVerdictHasAnExitCodeThatIsListed() {
        assertThat(glossary.words("Exit codes"))
                .containsAll(
                        glossary.rows("Verdict of a run").stream().map(List::getLast).toList());
    }

    @Test
    void readmeListsTheSameExitCodes() {
        assertThat(Markdown.of("README.md").rows("Exit codes"))
                .isEqualTo(glossary.rows("Exit codes"));
    }

    private static List<String> constants(Enum<?>[] values) {
        return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    }

    /// The records at the leaves of a sealed interface, in snake_case.
    private static List<String> kinds(Class<?> choice) {
        var words = new TreeSet<String>();
        for (Class<?> kind : permitted(choice)) {
            if (kind.isRecord()) {
                words.add(snakeCase(kind.getSimpleName()));
            } else {
                words.addAll(kinds(kind));
            }
        }
        return List.copyOf(words);
    }

    private static List<Class<?>> permitted(Class<?> choice) {
        Class<?>[] permitted = choice.getPermittedSubclasses();
        return permitted == null ? List.of() : Arrays.asList(permitted);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
