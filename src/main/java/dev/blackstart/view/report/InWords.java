package dev.blackstart.view.report;

import dev.blackstart.runbook.Condition;
import dev.blackstart.runbook.HypothesisName;
import java.util.Set;
import java.util.regex.Pattern;

/// A condition as a person reads it on paper: `any(store_frozen) && !host.idle` becomes
/// `store_frozen on at least one host, and not idle on that host`.
final class InWords {
    private static final Pattern NONE_IN =
            Pattern.compile("!\\s*(any|all|none)\\(\\s*([a-z][a-z0-9_]*)\\s*\\)");
    private static final Pattern NAME_IN =
            Pattern.compile("\\b(any|all|none)\\(\\s*([a-z][a-z0-9_]*)\\s*\\)");

    private InWords() {}

    static String of(Condition condition) {
        return of(condition.text(), condition.references().hypotheses());
    }

    /// What a check makes of its output: `json.full` becomes `the field full of what it prints`.
    static String measured(String expression) {
        return joined(
                expression
                        .replaceAll("!\\s*json\\.([A-Za-z0-9_.]+)", "it prints $1: false")
                        .replaceAll("^json\\.([A-Za-z0-9_.]+)$", "it prints $1: true")
                        .replaceAll("\\bjson\\.([A-Za-z0-9_.]+)", "$1 in what it prints")
                        .replaceAll("\\btimed_out\\b", "it hung")
                        .replaceAll("\\bexit\\b", "its exit status")
                        .replaceAll("\\bparams\\.([a-z][a-z0-9_]*)", "the parameter $1"));
    }

    static String of(String expression, Set<HypothesisName> hypotheses) {
        String words =
                NONE_IN.matcher(expression)
                        .replaceAll(found -> over("not " + found.group(1), found.group(2)));
        words = NAME_IN.matcher(words).replaceAll(found -> over(found.group(1), found.group(2)));
        words =
                words.replaceAll(
                                "!\\s*established\\.([a-z][a-z0-9_]*)",
                                "$1 was not confirmed before")
                        .replaceAll("!\\s*([a-z][a-z0-9_]*)\\.verified", "$1 is not proven")
                        .replaceAll("!\\s*params\\.([a-z][a-z0-9_]*)", "the parameter $1 is false")
                        .replaceAll("\\bestablished\\.([a-z][a-z0-9_]*)", "$1 was confirmed before")
                        .replaceAll("\\b([a-z][a-z0-9_]*)\\.verified", "$1 is done and proven")
                        .replaceAll("\\bhost\\.([a-z][a-z0-9_]*)", "$1 on that host")
                        .replaceAll("\\bparams\\.([a-z][a-z0-9_]*)", "the parameter $1");
        for (HypothesisName name : hypotheses) {
            words =
                    words.replaceAll("!\\s*" + name + "\\b", name + " is not confirmed")
                            .replaceAll(
                                    "\\b" + name + "\\b(?! (was|on|is))", name + " is confirmed");
        }
        return joined(words);
    }

    private static String joined(String words) {
        return words.replaceAll("\\s*&&\\s*", ", and ")
                .replaceAll("\\s*\\|\\|\\s*", ", or ")
                .replaceAll("!\\s*\\(", "it is not so that (")
                .replaceAll("!(?!=)\\s*", "not ")
                .replaceAll("\\s*==\\s*", " is ")
                .replaceAll("\\s*!=\\s*", " is not ")
                .replaceAll("\\s*>=\\s*", " is at least ")
                .replaceAll("\\s*<=\\s*", " is at most ")
                .replaceAll("\\s*>\\s*", " is more than ")
                .replaceAll("\\s*<\\s*", " is less than ");
    }

    private static String over(String quantifier, String finding) {
        return switch (quantifier) {
            case "any", "not none" -> finding + " on at least one host";
            case "all" -> finding + " on every host";
            case "not all" -> "not " + finding + " on at least one host";
            default -> finding + " on no host";
        };
    }
}
