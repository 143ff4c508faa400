package dev.blackstart.reading.shape;

import java.util.Optional;
import java.util.regex.Pattern;

/// Unquoted texts that some YAML reader takes for something else: `no` for false, `010` for 8,
/// `22:30` for 1350.
final class Ambiguous {
    private static final Pattern NOTHING = Pattern.compile("~|null", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRUTH =
            Pattern.compile("yes|no|on|off|true|false", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?"
                            + "|\\.[0-9][0-9_]*([eE][-+]?[0-9]+)?|\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");
    private static final Pattern BASE_60 =
            Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].{0,40})?");

    private Ambiguous() {}

    /// What the text could also be read as.
    static Optional<String> reading(String text) {
        if (NOTHING.matcher(text).matches()) {
            return Optional.of("nothing");
        }
        if (TRUTH.matcher(text).matches()) {
            return Optional.of("true or false");
        }
        if (NUMBER.matcher(text).matches() || BASE_60.matcher(text).matches()) {
            return Optional.of("a number");
        }
        return DATE.matcher(text).matches() ? Optional.of("a date") : Optional.empty();
    }
}
