package dev.blackstart.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one expression inside brackets. Only names, comparisons, `&& || !` and a few built-ins are
/// let through; all else FreeMarker could do is refused before FreeMarker sees it.
final class Formula {
    /// These have names behind their dot.
    private static final Set<String> NAMED = Set.of("params", "state", "hosts");

    private static final Set<String> BUILT_INS =
            Set.of(
                    "c",
                    "trim",
                    "upper_case",
                    "lower_case",
                    "length",
                    "contains",
                    "starts_with",
                    "ends_with",
                    "has_content");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Pattern TEXT =
            Pattern.compile("\"[^\"'\\\\\\[\\]${}#\\n\\r]*\"|'[^\"'\\\\\\[\\]${}#\\n\\r]*'");
    private static final Pattern COMPARISON = Pattern.compile("==|!=|<=|>=|<|>");
    private static final int DEEPEST = 20;

    /// Thrown and caught within this package only.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Complaint complaint;

        Unreadable(int offset, String message) {
            super(message);
            this.complaint = new Complaint(offset, message);
        }

        Complaint complaint() {
            return complaint;
        }
    }

    private final String source;
    private final Available available;
    private final Set<String> names = new LinkedHashSet<>();
    private int at;
    private int depth;

    Formula(String source, int at, Available available) {
        this.source = source;
        this.at = at;
        this.available = available;
    }

    /// Index after what was read.
    int end() {
        return at;
    }

    /// The names used, parameters and inventory hosts with their own name.
    Set<String> names() {
        return names;
    }

    void condition() throws Unreadable {
        if (++depth > DEEPEST) {
            throw new Unreadable(at, "Parentheses are nested more than 20 deep.");
        }
        comparison();
        while (take("&&") || take("||")) {
            comparison();
        }
        depth--;
    }

    private void comparison() throws Unreadable {
        operand();
        if (take(COMPARISON)) {
            operand();
        }
    }

    private void operand() throws Unreadable {
        while (take("!")) {
            blanks();
        }
        blanks();
        if (take("(")) {
            condition();
            expect(")");
        } else if (source.startsWith("\"", at) || source.startsWith("'", at)) {
            text();
        } else if (!take(NUMBER)) {
            path();
        }
        builtIns();
    }

    private void text() throws Unreadable {
        if (!take(TEXT)) {
            throw new Unreadable(
                    at,
                    "A text in brackets stands on one line and holds none of \\ [ ] { } $ # and quotes.");
        }
    }

    /// A dotted name; returns nothing, notes what it names.
    void path() throws Unreadable {
        blanks();
        int start = at;
        List<String> path = new ArrayList<>(List.of(name()));
        if (path.getFirst().equals("true") || path.getFirst().equals("false")) {
            return;
        }
        boolean more = true;
        while (more) {
            if (take(".")) {
                path.add(name());
            } else if (source.startsWith("[", at)) {
                path.add(bracketed());
            } else {
                more = false;
            }
        }
        if (path.getFirst().equals("hosts") && source.startsWith("-", at)) {
            throw new Unreadable(
                    at,
                    "A name with a hyphen is written in brackets, as in hosts[\"db-1\"].address.");
        }
        note(start, path);
    }

    private void note(int start, List<String> path) throws Unreadable {
        String complaint = available.complaint(path);
        if (!complaint.isEmpty()) {
            throw new Unreadable(start, complaint);
        }
        boolean named = NAMED.contains(path.getFirst());
        if (!path.getFirst().equals(available.variable())) {
            names.add(named ? path.get(0) + "." + path.get(1) : path.getFirst());
        }
    }

    private String bracketed() throws Unreadable {
        int start = ++at;
        if (!take(TEXT)) {
            throw new Unreadable(
                    start,
                    "Between [ and ] stands a name in quotes, such as hosts[\"db-1\"].address.");
        }
        String name = source.substring(start + 1, at - 1);
        expect("]");
        return name;
    }

    private String name() throws Unreadable {
        int start = at;
        if (!take(NAME)) {
            throw new Unreadable(start, "A name is missing here, such as params.NAME.");
        }
        return source.substring(start, at);
    }

    private void builtIns() throws Unreadable {
        while (source.startsWith("?", at)) {
            int start = at++;
            String name = source.startsWith("?", at) ? "?" : name();
            if (!BUILT_INS.contains(name)) {
                throw new Unreadable(
                        start,
                        "`?"
                                + name
                                + "` is not allowed; allowed are "
                                + String.join(
                                        ", ",
                                        BUILT_INS.stream().sorted().map(b -> "?" + b).toList())
                                + ".");
            }
            if (take("(")) {
                blanks();
                if (!take(TEXT)) {
                    throw new Unreadable(at, "`?" + name + "` takes one text in quotes.");
                }
                expect(")");
            }
        }
    }

    /// `params.x?split(",") as name`; returns the name.
    String listing() throws Unreadable {
        path();
        int start = at;
        if (!take("?split(")
                || !take(TEXT)
                || !take(")")
                || source.charAt(at - 2) == source.charAt(at - 3)) {
            throw new Unreadable(start, "A list is made by ?split(\",\") from one text.");
        }
        blanks();
        if (!source.startsWith("as ", at)) {
            throw new Unreadable(at, "After the list stands `as NAME`.");
        }
        at += 3;
        blanks();
        return name();
    }

    void expect(String wanted) throws Unreadable {
        blanks();
        if (!take(wanted)) {
            String found =
                    at < source.length()
                            ? "`" + source.charAt(at) + "` is not allowed here"
                            : "The text ends too early";
            throw new Unreadable(at, found + "; expected is `" + wanted + "`.");
        }
    }

    private boolean take(String token) {
        blanksBefore(token);
        if (!source.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }

    private void blanksBefore(String token) {
        if (!token.equals(".")) {
            blanks();
        }
    }

    private boolean take(Pattern token) {
        if (token == COMPARISON) {
            blanks();
        }
        Matcher matcher = token.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        return true;
    }

    void blanks() {
        while (at < source.length() && " \t\r\n".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
    }
}
