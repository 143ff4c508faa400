package dev.blackstart.reading;

import static dev.blackstart.reading.PartTables.COMMAND;
import static dev.blackstart.reading.PartTables.RUN_OR_SCRIPT;
import static dev.blackstart.reading.PartTables.join;
import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Key;
import dev.blackstart.reading.shape.Rule;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import java.time.Duration;
import java.util.List;

/// The keys of steps that change something.
final class ActionTables {
    private static final Shape RISK = new Shape.OneOf(List.of("mutate", "disrupt", "irreversible"));

    static final Key RISK_OF_ACTION =
            required("risk", RISK, "how much it can hurt: mutate, disrupt or irreversible");
    static final Key RISK_OF_SNAPSHOT =
            optional("risk", RISK, "how much it can hurt, mutate when left out");

    private static final Table RELEASE =
            table(
                    "release",
                    join(
                            COMMAND,
                            List.of(
                                    required(
                                            "after",
                                            Forms.NAME,
                                            "the step that must have succeeded before the cure may end"))),
                    RUN_OR_SCRIPT);
    private static final Table UNDO = table("undo", COMMAND, RUN_OR_SCRIPT);
    private static final Table VALID =
            table(
                    "valid",
                    join(
                            COMMAND,
                            List.of(
                                    required(
                                            "that",
                                            Forms.CONDITION,
                                            "an expression over the command's result"))),
                    RUN_OR_SCRIPT);
    private static final Table CAPTURE = table("capture", COMMAND, RUN_OR_SCRIPT);
    private static final Table LOAN =
            table(
                    "loan",
                    List.of(
                            required("due", Forms.PERIOD, "when it must be repaid"),
                            optional(
                                    "repaid_when", Forms.CONDITION, "what shows that it is repaid"),
                            optional(
                                    "capture",
                                    new Shape.Fields(CAPTURE),
                                    "a command that prints the value the action changes")));
    private static final Table EXPECTS =
            table(
                    "expects",
                    List.of(
                            optional("reboot", new Shape.YesNo(), "the host restarts"),
                            optional(
                                    "disconnect",
                                    new Shape.YesNo(),
                                    "the connection is lost, the host goes on"),
                            optional(
                                    "back_within",
                                    Forms.PERIOD,
                                    "when it must answer again; 5m after a reboot, else 90s"),
                            optional(
                                    "self",
                                    new Shape.YesNo(),
                                    "it may restart the machine Blackstart itself runs on")),
                    new Rule.AnyOf(List.of("reboot", "disconnect")));
    private static final Table UPLOAD =
            table(
                    "upload",
                    List.of(
                            required(
                                    "template",
                                    Forms.TEMPLATE,
                                    "a file below the runbook's templates/"),
                            required("to", Forms.PATH, "where it goes on the host"),
                            optional(
                                    "validate",
                                    Shape.prose(),
                                    "a command that checks [=file] before it takes its place"),
                            optional(
                                    "mode",
                                    Forms.MODE,
                                    "its mode; that of the file before, or 0644, when left out")));
    private static final Table GATE =
            table(
                    "gate",
                    List.of(
                            optional("risk", RISK, "ask as for this greater risk"),
                            optional(
                                    "approvals",
                                    Forms.whole(1, 10),
                                    "how many people must say yes"),
                            optional(
                                    "within",
                                    Forms.length(Duration.ofSeconds(10), Duration.ofDays(7)),
                                    "how long the gate stays open")));

    private static final Shape SIZE =
            new Shape.Any(
                    "a whole number from 1 to 10000 or a percentage such as 25%",
                    List.of(
                            Forms.whole(1, 10_000),
                            new Shape.Form("a percentage such as 25%", "^([1-9][0-9]?|100)%$")));

    private static final Shape BATCH =
            new Shape.Any(
                    "a whole number, a percentage such as 25%, or a list of them, wave after wave",
                    List.of(SIZE, Shape.listOf(SIZE)));

    static final List<Key> ACTING =
            List.of(
                    optional("requires", Forms.CONDITION, "what must be true on fresh evidence"),
                    optional(
                            "gate",
                            new Shape.Fields(GATE),
                            "a stricter gate than the risk asks for"),
                    optional(
                            "preserve",
                            Shape.listOf(Forms.SCRIPT),
                            "scripts that save the evidence the action destroys"),
                    optional(
                            "verify",
                            new Shape.Fields(PartTables.VERIFY),
                            "how the effect is proven"),
                    optional("undo", new Shape.Fields(UNDO), "the command that takes it back"),
                    optional("loan", new Shape.Fields(LOAN), "an emergency change to be repaid"),
                    optional(
                            "auto_revert", Forms.PERIOD, "the host undoes it by itself after this"),
                    optional("release", new Shape.Fields(RELEASE), "what ends a cure that goes on"),
                    optional(
                            "expects",
                            new Shape.Fields(EXPECTS),
                            "what the action does to the host"),
                    optional("upload", new Shape.Fields(UPLOAD), "a file put on the host first"),
                    optional(
                            "on_failure",
                            new Shape.OneOf(
                                    List.of("ask", "skip_host", "exclude_host", "undo", "abort")),
                            "what follows a failure, ask when left out"),
                    optional("batch", BATCH, "how many hosts a wave takes; the last size repeats"),
                    optional(
                            "pause",
                            Forms.length(Duration.ofSeconds(1), Duration.ofDays(1)),
                            "how long a wave is watched before the next one"),
                    optional(
                            "stop_after_failures",
                            Forms.whole(1, 10_000),
                            "nothing more is sent at that many, unknown ones included"),
                    optional("start", new Shape.OneOf(List.of("together")), "all hosts at once"),
                    optional(
                            "keep_quorum",
                            new Shape.YesNo(),
                            "count live members before each wave and never take their majority away"),
                    optional("quorum_loss", Shape.prose(), "why losing the quorum is accepted"),
                    optional(
                            "locks",
                            Shape.listOf(Forms.RESOURCE),
                            "named resources held meanwhile"));

    static final List<Key> ARTIFACT =
            List.of(
                    optional("valid", new Shape.Fields(VALID), "how the artifact is checked"),
                    optional(
                            "fetch", new Shape.YesNo(), "copy it off the host and compare hashes"));

    /// An upload may be all there is to do.
    static final List<Rule> RULES =
            List.of(
                    new Rule.AnyOf(List.of("run", "script", "upload")),
                    new Rule.Excludes("run", List.of("script")),
                    new Rule.Excludes("upload", List.of("stdin")),
                    new Rule.NeededBy(
                            "risk",
                            List.of("disrupt", "irreversible"),
                            "requires",
                            "say what must be proven before this may be done"),
                    new Rule.Needs("auto_revert", List.of("undo", "verify")),
                    new Rule.Excludes("auto_revert", List.of("batch", "keep_quorum")),
                    new Rule.Needs("pause", List.of("batch")),
                    new Rule.Excludes("start", List.of("batch", "keep_quorum")));

    private ActionTables() {}

    private static Table table(String name, List<Key> keys, Rule... rules) {
        return new Table(name, "`" + name + "`", keys, List.of(rules));
    }
}
