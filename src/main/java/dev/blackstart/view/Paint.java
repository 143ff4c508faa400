package dev.blackstart.view;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Colour for the shapes in which this program writes. Each rule is anchored at the begin of a
/// line, where no host can write: what hosts say stands behind a margin, a time or blanks. Colour
/// repeats what the words say, never more.
final class Paint {
    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[1;32m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String MAGENTA = "\u001b[35m";
    private static final String CYAN = "\u001b[1;36m";

    private static final String PLACE = "^\\d\\d:\\d\\d:\\d\\d  \\S+ +(?:\\S+ +)?";

    /// The first group is coloured.
    private record Rule(Pattern pattern, String colour) {
        static Rule of(String pattern, String colour) {
            return new Rule(Pattern.compile(pattern), colour);
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    Rule.of("^(-- .*)", CYAN),
                    Rule.of("^(!!.*)", RED),
                    Rule.of("^(== (?:RECOVERED:|NOT NEEDED|DIAGNOSED|REHEARSED).*)", GREEN),
                    Rule.of("^(== (?:STILL BROKEN|WITH UNKNOWNS).*)", RED),
                    Rule.of("^(== .*)", YELLOW),
                    Rule.of("^((?:CONFIRMED|REFUTED)  .*)", BOLD),
                    Rule.of("^(UNDECIDED  .*)", YELLOW),
                    Rule.of("^( *[│|]) ", DIM),
                    Rule.of("^(  CAUTION|caution|breaks)(?: |$)", YELLOW),
                    Rule.of("^([a-z]{2,7})  +\\S", DIM),
                    Rule.of("^(  (?:for|against|missing|next))  ", BOLD),
                    Rule.of(
                            PLACE
                                    + "(FAILED|HUNG|TIMED OUT|UNREACHABLE|NOT SENT|NOT STARTED|OUTCOME UNKNOWN|NO ANSWER"
                                    + "|LACKS|REFUSED|PAUSED|CLOSED|STOP)\\b",
                            RED),
                    Rule.of(PLACE + "(done|succeeded|verified: true)\\b", GREEN),
                    Rule.of("^(\\d\\d:\\d\\d:\\d\\d)  ", DIM));

    private Paint() {}

    static String line(String line) {
        for (Rule rule : RULES) {
            Matcher found = rule.pattern().matcher(line);
            if (found.find()) {
                return line.substring(0, found.start(1))
                        + rule.colour()
                        + found.group(1)
                        + RESET
                        + line.substring(found.end(1));
            }
        }
        return line;
    }

    static String prefix(String words) {
        return MAGENTA + words + RESET;
    }
}
