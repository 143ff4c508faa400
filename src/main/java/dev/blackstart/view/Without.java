package dev.blackstart.view;

import dev.blackstart.run.Evidence;
import dev.blackstart.run.LeftBehind;
import dev.blackstart.run.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The hosts that a recovery does not include, in a sentence.
final class Without {
    /// Of so many hosts is said what they were last seen to be.
    private static final int EACH = 3;

    /// So many findings of a host are told.
    private static final int FINDINGS = 3;

    private static final int COLUMNS = 30;

    private Without() {}

    /// Such as ` without web2 (last seen with broken=true)`; empty when no host was left behind.
    static String told(List<LeftBehind> left) {
        if (left.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        left.stream().limit(EACH).forEach(it -> parts.add(it.host() + " (" + seen(it) + ")"));
        if (left.size() > EACH) {
            parts.add((left.size() - EACH) + " more");
        }
        String last = parts.removeLast();
        return " without " + (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last);
    }

    /// Such as ` without web2`, or ` without 7 hosts`.
    static String named(List<LeftBehind> left) {
        if (left.isEmpty()) {
            return "";
        }
        return " without "
                + (left.size() > EACH
                        ? left.size() + " hosts"
                        : left.stream()
                                .map(it -> it.host().value())
                                .collect(Collectors.joining(", ")));
    }

    private static String seen(LeftBehind left) {
        return left.last()
                .map(Evidence::observation)
                .map(word ->
                        switch (word) {
                            case Observation.Seen it -> "last seen with " + findings(it, left);
                            case Observation.NoAnswer it -> "gave no answer when it was last asked";
                            case Observation.NotAdmissible it -> "may not testify";
                        })
                .orElse("not looked at since");
    }

    private static String findings(Observation.Seen seen, LeftBehind left) {
        List<String> told =
                seen.findings().entrySet().stream()
                        .filter(it ->
                                left.findings().isEmpty() || left.findings().contains(it.getKey()))
                        .limit(FINDINGS)
                        .map(it ->
                                it.getKey()
                                        + "="
                                        + Escaped.line(EventLine.of(it.getValue()), COLUMNS))
                        .toList();
        return told.isEmpty() ? EventLine.findings(seen) : String.join(", ", told);
    }
}
