package dev.blackstart.expression;

import dev.blackstart.runbook.Problem;
import dev.cel.common.CelIssue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in our words what CEL's parser and type checker found.
final class Complaints {
    private static final String TOO_DEEP =
            "The expression is nested more than 32 deep; split it into findings.";
    private static final Pattern OVERLOAD =
            Pattern.compile(
                    "found no matching overload for '([^']*)' applied to '\\(?([^']*?)\\)?' .*");
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern UNEXPECTED =
            Pattern.compile(
                    "(?:mismatched|extraneous) input .* expecting .*|no viable alternative at input .*"
                            + "|token recognition error at: .*");

    private static final Pattern QUOTED =
            Pattern.compile("(?:input|at:) '(.*?)'(?: expecting .*)?$");

    private final Places places;
    private final Vocabulary vocabulary;

    Complaints(Places places, Vocabulary vocabulary) {
        this.places = places;
        this.vocabulary = vocabulary;
    }

    List<Problem> about(List<CelIssue> issues) {
        return issues.stream().map(this::about).distinct().toList();
    }

    private Problem about(CelIssue issue) {
        int offset = places.offset(issue);
        String said = issue.getMessage().replaceAll("\\s+", " ").strip();
        Matcher unknown = UNKNOWN.matcher(said);
        if (unknown.matches()) {
            return vocabulary.unknown(places, offset, unknown.group(1));
        }
        Matcher overload = OVERLOAD.matcher(said);
        if (overload.matches()) {
            return places.error(offset, mismatch(overload.group(1), overload.group(2)));
        }
        Matcher unexpected = UNEXPECTED.matcher(said);
        if (unexpected.matches()) {
            return places.error(offset, unexpected(said));
        }
        return places.error(offset, said.contains("recursion limit") ? TOO_DEEP : said + ".");
    }

    private static String unexpected(String said) {
        if (said.contains("<EOF>'") && !said.contains("expecting <EOF>")) {
            return "The expression stops before it is complete.";
        }
        Matcher quoted = QUOTED.matcher(said);
        String token = quoted.find() ? quoted.group(1).strip() : said;
        if (token.startsWith("'") || token.startsWith("\"")) {
            return "The text that begins here has no closing quote.";
        }
        return "`"
                + token
                + "` does not fit here"
                + (token.equals("=") ? "; to compare, write `==`." : ".");
    }

    private static String mismatch(String function, String types) {
        String[] sides = types.split(", ");
        String operator = function.replace("_", "").replace("@", "");
        if (function.equals("_&&_") || function.equals("_||_")) {
            return "`"
                    + operator
                    + "` joins what is true or false; here it stands between "
                    + String.join(" and ", sides)
                    + ".";
        }
        if (function.startsWith("_") && sides.length == 2 && !function.contains("?")) {
            return "`"
                    + operator
                    + "` cannot join "
                    + sides[0]
                    + " and "
                    + sides[1]
                    + "; write both sides with one type, for example with int(…) or string(…).";
        }
        if (function.equals("!_") || function.equals("-_")) {
            return "`" + operator + "` cannot stand before " + types + ".";
        }
        if (function.equals("_?_:_")) {
            return "Before `?` stands true or false, and both results have one type; here they are "
                    + types
                    + ".";
        }
        return "`" + operator + "` cannot be used with (" + types + ").";
    }
}
