package dev.blackstart.reading;

import static dev.blackstart.reading.shape.Key.optional;
import static dev.blackstart.reading.shape.Key.required;

import dev.blackstart.reading.shape.Key;
import dev.blackstart.reading.shape.Rule;
import dev.blackstart.reading.shape.Shape;
import dev.blackstart.reading.shape.Table;
import java.util.ArrayList;
import java.util.List;

/// The keys that several kinds of step share.
final class PartTables {
    static final List<Key> HEADING =
            List.of(
                    optional("title", Shape.words(), "the step in one line, for people"),
                    optional("why", Shape.prose(), "why it is done"),
                    optional(
                            "when",
                            Forms.CONDITION,
                            "definitely false: not needed; unknown: blocks and asks"),
                    optional(
                            "not_run_here",
                            Shape.prose(),
                            "what of it was never run by those who wrote it, and why; without it nothing is claimed"));

    static final List<Key> PLACE =
            List.of(
                    required("on", Forms.SELECTOR, "the groups and hosts it is carried out on"),
                    optional(
                            "where",
                            Forms.CONDITION,
                            "per host; definitely false: not needed there"),
                    optional("limit", Forms.whole(1, 10_000), "at most so many of the hosts"));

    static final List<Key> REACH =
            List.of(
                    optional("timeout", Forms.TIMEOUT, "total deadline of the command on one host"),
                    optional(
                            "needs",
                            Shape.listOf(Forms.NEED),
                            "commands and rights the host must have"));

    /// `run` or `script` and what goes with it.
    static final List<Key> COMMAND =
            List.of(
                    optional(
                            "run",
                            Shape.prose(),
                            "a shell command; [=name] becomes one quoted word"),
                    optional(
                            "script",
                            Forms.SCRIPT,
                            "a file that is sent as it is, never a template"),
                    optional(
                            "by_hand",
                            Shape.prose(),
                            "its short form, typed by somebody who can paste nothing; never sent"),
                    optional(
                            "env",
                            new Shape.MapOf(Forms.ENVIRONMENT, Shape.prose(), 1),
                            "environment variables for the command"),
                    optional(
                            "stdin",
                            Forms.NAME,
                            "the secret parameter that is written to standard input"),
                    optional("sudo", new Shape.YesNo(), "run as root through sudo -n"),
                    optional(
                            "output_limit",
                            Forms.whole(1024, 64L * 1024 * 1024),
                            "most bytes kept of each output stream, at most 67108864"));

    static final Rule RUN_OR_SCRIPT = new Rule.ExactlyOne(List.of("run", "script"));

    static final Table VERIFY =
            new Table(
                    "verify",
                    "`verify`",
                    List.of(
                            required("check", Forms.NAME, "the check step that is repeated"),
                            required("that", Forms.CONDITION, "what must come to hold"),
                            required("within", Forms.PERIOD, "how long it may take"),
                            optional(
                                    "every",
                                    Forms.EVERY,
                                    "how often it is asked, 2s when left out")),
                    List.of());

    private PartTables() {}

    @SafeVarargs
    static List<Key> join(List<Key>... parts) {
        List<Key> keys = new ArrayList<>();
        for (List<Key> part : parts) {
            keys.addAll(part);
        }
        return keys;
    }
}
