package dev.blackstart.reading;

import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Rule;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import dev.blackstart.runbook.ParameterType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// The keys of a runbook outside its steps.
final class RunbookTables {
    static final Table EXERCISE =
            new Table(
                    "exercise",
                    "`exercise`",
                    List.of(
                            required(
                                    "every",
                                    Forms.length(Duration.ofHours(1), Duration.ofDays(366)),
                                    "how often the runbook should be rehearsed or drilled")),
                    List.of());

    static final Table PARAMETER =
            new Table(
                    "parameter",
                    "a parameter",
                    List.of(
                            required(
                                    "type",
                                    new Shape.OneOf(
                                            Arrays.stream(ParameterType.values())
                                                    .map(ParameterType::word)
                                                    .toList()),
                                    "the type that decides which values are accepted"),
                            optional(
                                    "default",
                                    new Shape.Value(),
                                    "the value where none is given; without it the parameter must be given"),
                            optional(
                                    "help",
                                    Shape.prose(),
                                    "what it is, for the person who gives it"),
                            optional(
                                    "values",
                                    Shape.listOf(Shape.words()),
                                    "the allowed values of an enum"),
                            optional("min", number(), "the least number allowed"),
                            optional("max", number(), "the greatest number allowed"),
                            optional(
                                    "pattern",
                                    Shape.words(),
                                    "a regular expression that the whole text must match")),
                    List.of(
                            new Rule.NeededBy(
                                    "type", List.of("enum"), "values", "list what may be chosen"),
                            new Rule.OnlyWith("values", "type", List.of("enum")),
                            new Rule.OnlyWith("min", "type", List.of("int", "double", "port")),
                            new Rule.OnlyWith("max", "type", List.of("int", "double", "port")),
                            new Rule.OnlyWith(
                                    "pattern",
                                    "type",
                                    List.of("text", "dns_name", "service_name", "path"))));

    static final Table HYPOTHESIS =
            new Table(
                    "hypothesis",
                    "a hypothesis",
                    List.of(
                            required("says", Shape.prose(), "the explanation in one sentence"),
                            required(
                                    "confirmed_by",
                                    Shape.listOf(Forms.CONDITION),
                                    "conditions that must all hold"),
                            optional(
                                    "refuted_by",
                                    Shape.listOf(Forms.CONDITION),
                                    "conditions of which any suffices"),
                            optional(
                                    "do_not",
                                    Shape.prose(),
                                    "what must not be done while this holds"),
                            optional(
                                    "fresh_for",
                                    Forms.PERIOD,
                                    "how long an established verdict holds, 4h when left out")),
                    List.of());

    static final Table RUNBOOK =
            new Table(
                    "runbook",
                    "a runbook",
                    List.of(
                            required(
                                    "runbook",
                                    Forms.RUNBOOK,
                                    "its name, which is its folder's name"),
                            required("title", Shape.words(), "what it brings back, in one line"),
                            optional("owner", Shape.words(), "the team that keeps it true"),
                            optional(
                                    "exercise",
                                    new Shape.Fields(EXERCISE),
                                    "how often it should be rehearsed or drilled"),
                            optional(
                                    "needs",
                                    Shape.listOf(Forms.NEED),
                                    "commands that the hosts must have, each asked where a step uses it"),
                            optional(
                                    "parameters",
                                    new Shape.MapOf(Forms.NAME, new Shape.Fields(PARAMETER), 0),
                                    "values given when it is run"),
                            optional(
                                    "hypotheses",
                                    new Shape.MapOf(Forms.NAME, new Shape.Fields(HYPOTHESIS), 0),
                                    "possible explanations that findings confirm or refute"),
                            required(
                                    "steps",
                                    Shape.listOf(new Shape.Kinds("a step", () -> StepTables.ALL)),
                                    "what is looked at and done, in order")),
                    List.of());

    private RunbookTables() {}

    private static Shape number() {
        return Forms.whole(-1_000_000_000_000L, 1_000_000_000_000L);
    }
}
