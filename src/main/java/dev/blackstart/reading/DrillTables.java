package dev.blackstart.reading;

import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Rule;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import java.time.Duration;
import java.util.List;

/// The keys of a drill file.
final class DrillTables {
    private static final Shape MOMENT = Forms.length(Duration.ZERO, Duration.ofDays(1));
    private static final Shape.Form FAULT =
            new Shape.Form("a fault's name such as freeze-store", "^[a-z][a-z0-9_-]{0,63}$");

    private static final Shape.Form STATE =
            new Shape.Form(
                    "the name of a state, or HOST.NAME for another host's",
                    "^([a-z0-9][a-z0-9._-]{0,62}\\.)?[a-z][a-z0-9_]{0,63}$");

    private static final Shape.Form KNOB =
            new Shape.Form("the name of a knob such as OUTAGE_SECONDS", "^[A-Z][A-Z_]{0,63}$");

    static final Table INJECT =
            new Table(
                    "inject",
                    "an entry of `inject`",
                    List.of(
                            required("fault", FAULT, "the fault by the name its world knows it by"),
                            optional(
                                    "hosts",
                                    Shape.listOf(Forms.HOST),
                                    "hosts or groups it strikes"),
                            optional(
                                    "at", MOMENT, "when, counted from the start; 0s when left out"),
                            optional("for", MOMENT, "how long; for ever when left out"),
                            optional(
                                    "knobs",
                                    new Shape.MapOf(KNOB, new Shape.Value(), 0),
                                    "in the lab: how strong it is, such as OUTAGE_SECONDS: 75")),
                    List.of());

    private static final Table GROUP =
            new Table(
                    "drill_group",
                    "a group",
                    List.of(
                            required(
                                    "quorum",
                                    new Shape.OneOf(List.of("majority")),
                                    "more than half of the members must stay up")),
                    List.of());

    static final Table EVENT =
            new Table(
                    "event",
                    "an entry of `events`",
                    List.of(
                            required("at", MOMENT, "when, counted from the start"),
                            required("says", Shape.prose(), "what the operator is told")),
                    List.of());

    static final Table ANSWER =
            new Table(
                    "answer",
                    "an entry of `answers`",
                    List.of(
                            required(
                                    "step", Forms.QUALIFIED, "the step whose question is answered"),
                            required("choice", Shape.words(), "the key of the choice"),
                            optional(
                                    "type",
                                    Shape.words(),
                                    "what is typed besides, such as the target's name")),
                    List.of());

    static final Table REPLY =
            new Table(
                    "reply",
                    "an entry of `replies`",
                    List.of(
                            required(
                                    "match",
                                    Shape.prose(),
                                    "words of the command, or of the script's path and NAME=value of its environment; /…/ is a regular expression"),
                            optional(
                                    "when",
                                    Forms.CONDITION,
                                    "the state in which it is answered so"),
                            optional(
                                    "prints",
                                    Shape.prose(),
                                    "its output; [=state.NAME] is the state before `sets`"),
                            optional("errors", Shape.prose(), "its output on standard error"),
                            optional("exit", Forms.whole(0, 255), "its exit status"),
                            optional("takes", MOMENT, "how long it takes"),
                            optional(
                                    "sets",
                                    new Shape.MapOf(STATE, new Shape.Value(), 1),
                                    "what it changes in the host's state, or as HOST.NAME in another's")),
                    List.of());

    private static final Table STATED =
            new Table(
                    "world_host",
                    "a host of a simulated world",
                    List.of(
                            optional(
                                    "state",
                                    new Shape.MapOf(Forms.NAME, new Shape.Value(), 0),
                                    "its state at the start"),
                            optional(
                                    "groups",
                                    Shape.listOf(Forms.GROUP),
                                    "the groups it is a member of")),
                    List.of());

    static final Table DRILL =
            new Table(
                    "drill",
                    "a drill",
                    List.of(
                            required("drill", Forms.RUNBOOK, "its name, which is its file's name"),
                            required("runbook", Forms.RUNBOOK, "the runbook that is drilled"),
                            required("title", Shape.words(), "what is drilled, in one line"),
                            required(
                                    "world",
                                    new Shape.OneOf(List.of("simulated", "sandbox", "lab")),
                                    "where it takes place"),
                            optional(
                                    "hosts",
                                    new Shape.MapOf(
                                            Forms.HOST,
                                            new Shape.Any(
                                                    "a list of host names, or `state:` in a simulated world",
                                                    List.of(
                                                            Shape.listOf(Forms.HOST),
                                                            new Shape.Fields(STATED))),
                                            1),
                                    "the hosts of its world by group"),
                            optional(
                                    "groups",
                                    new Shape.MapOf(Forms.GROUP, new Shape.Fields(GROUP), 0),
                                    "the groups of which a majority must stay up"),
                            optional(
                                    "services",
                                    new Shape.MapOf(
                                            Forms.LABEL,
                                            new Shape.Fields(InventoryTables.SERVICE),
                                            0),
                                    "the services on its hosts, for the forecast in gates"),
                            optional(
                                    "inject", Shape.listOf(new Shape.Fields(INJECT)), "the faults"),
                            optional(
                                    "events",
                                    Shape.listOf(new Shape.Fields(EVENT)),
                                    "what happens or is said meanwhile"),
                            optional(
                                    "answers",
                                    Shape.listOf(new Shape.Fields(ANSWER)),
                                    "the scripted operator, for --auto"),
                            optional(
                                    "replies",
                                    Shape.listOf(new Shape.Fields(REPLY)),
                                    "what commands print in a simulated world"),
                            optional(
                                    "parameters",
                                    new Shape.MapOf(Forms.NAME, new Shape.Value(), 0),
                                    "parameter values"),
                            optional(
                                    "must_diagnose",
                                    Shape.listOf(Forms.QUALIFIED),
                                    "hypotheses that must be confirmed"),
                            optional(
                                    "must_refuse",
                                    Shape.listOf(Forms.QUALIFIED),
                                    "steps that must be refused"),
                            optional(
                                    "must_recover",
                                    new Shape.YesNo(),
                                    "the run must end recovered"),
                            optional(
                                    "must_change_nothing",
                                    new Shape.YesNo(),
                                    "no action may be sent"),
                            optional(
                                    "must_end",
                                    new Shape.OneOf(
                                            List.of(
                                                    "recovered",
                                                    "recovered_with_loans",
                                                    "partial",
                                                    "not_needed",
                                                    "still_broken",
                                                    "undecided",
                                                    "stopped",
                                                    "with_unknowns")),
                                    "the verdict the run must end with"),
                            optional(
                                    "by",
                                    Forms.length(Duration.ofSeconds(1), Duration.ofDays(1)),
                                    "how long the whole drill may take")),
                    List.of(new Rule.OnlyWith("replies", "world", List.of("simulated"))));

    private DrillTables() {}
}
