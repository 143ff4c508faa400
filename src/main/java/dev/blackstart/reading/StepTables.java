package dev.blackstart.reading;

import static dev.blackstart.reading.PartTables.COMMAND;
import static dev.blackstart.reading.PartTables.HEADING;
import static dev.blackstart.reading.PartTables.PLACE;
import static dev.blackstart.reading.PartTables.REACH;
import static dev.blackstart.reading.PartTables.RUN_OR_SCRIPT;
import static dev.blackstart.reading.PartTables.VERIFY;
import static dev.blackstart.reading.PartTables.join;
import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import java.time.Duration;
import java.util.List;

/// The keys of every kind of step.
final class StepTables {
    private static final Table WITNESSES =
            new Table(
                    "witnesses",
                    "`witnesses`",
                    List.of(
                            optional(
                                    "min",
                                    Forms.whole(1, 10_000),
                                    "how many admissible answers there must be"),
                            optional(
                                    "outside",
                                    Forms.whole(0, 10_000),
                                    "how many of them must come from the group vantage")),
                    List.of());

    static final Table CHECK =
            new Table(
                    "check",
                    "a check",
                    join(
                            List.of(required("check", Forms.NAME, "the id of the step")),
                            HEADING,
                            PLACE,
                            REACH,
                            COMMAND,
                            List.of(
                                    required(
                                            "findings",
                                            new Shape.MapOf(Forms.NAME, Forms.CONDITION, 1),
                                            "what is learned, each an expression over the command's result"),
                                    optional(
                                            "admissible",
                                            Forms.CONDITION,
                                            "per host; else that host may not testify"),
                                    optional(
                                            "witnesses",
                                            new Shape.Fields(WITNESSES),
                                            "how many admissible answers are needed"),
                                    optional(
                                            "fresh_for",
                                            Forms.PERIOD,
                                            "how long the evidence counts, 2m when left out"))),
                    List.of(RUN_OR_SCRIPT));

    static final Table DERIVE =
            new Table(
                    "derive",
                    "a derive",
                    join(
                            List.of(
                                    required(
                                            "derive", Forms.NAME, "the id and the finding's name")),
                            HEADING,
                            PLACE,
                            List.of(
                                    required(
                                            "value",
                                            Forms.CONDITION,
                                            "an expression over other findings of the same host"))),
                    List.of());

    static final Table ASK =
            new Table(
                    "ask",
                    "an ask",
                    join(
                            List.of(required("ask", Forms.NAME, "the id of the step")),
                            HEADING,
                            List.of(
                                    required("question", Shape.prose(), "what the person looks at"),
                                    optional(
                                            "answers",
                                            new Shape.ListOf(Shape.words(), 2),
                                            "what may be answered, yes and no when left out"),
                                    required(
                                            "finding",
                                            Forms.NAME,
                                            "the name under which the answer is known"))),
                    List.of());

    static final Table WAIT =
            new Table(
                    "wait",
                    "a wait",
                    join(
                            List.of(required("wait", Forms.NAME, "the id of the step")),
                            HEADING,
                            List.of(
                                    required(
                                            "check", Forms.NAME, "the check step that is repeated"),
                                    required("until", Forms.CONDITION, "what must come to hold"),
                                    optional(
                                            "every",
                                            Forms.EVERY,
                                            "how often it is asked, 5s when left out"),
                                    required(
                                            "within",
                                            Forms.length(Duration.ofSeconds(1), Duration.ofDays(7)),
                                            "how long it may take"))),
                    List.of());

    static final Table MANUAL =
            new Table(
                    "manual",
                    "a manual step",
                    join(
                            List.of(required("manual", Forms.NAME, "the id of the step")),
                            HEADING,
                            List.of(
                                    required("instructions", Shape.prose(), "what the person does"),
                                    optional(
                                            "verify",
                                            new Shape.Fields(VERIFY),
                                            "how the effect is proven"))),
                    List.of());

    static final Table CALL =
            new Table(
                    "call",
                    "a call",
                    join(
                            List.of(required("call", Forms.RUNBOOK, "the runbook that is called")),
                            HEADING,
                            List.of(
                                    optional(
                                            "with",
                                            new Shape.MapOf(Forms.NAME, Shape.prose(), 1),
                                            "the values of its parameters"))),
                    List.of());

    static final Table ACTION =
            new Table(
                    "action",
                    "an action",
                    join(
                            List.of(required("action", Forms.NAME, "the id of the step")),
                            HEADING,
                            PLACE,
                            REACH,
                            COMMAND,
                            List.of(ActionTables.RISK_OF_ACTION),
                            ActionTables.ACTING),
                    ActionTables.RULES);

    static final Table SNAPSHOT =
            new Table(
                    "snapshot",
                    "a snapshot",
                    join(
                            List.of(required("snapshot", Forms.NAME, "the id of the step")),
                            HEADING,
                            PLACE,
                            REACH,
                            COMMAND,
                            List.of(ActionTables.RISK_OF_SNAPSHOT),
                            ActionTables.ACTING,
                            ActionTables.ARTIFACT),
                    ActionTables.RULES);

    static final List<Table> ALL =
            List.of(CHECK, DERIVE, ASK, ACTION, SNAPSHOT, WAIT, MANUAL, CALL);

    private StepTables() {}
}
