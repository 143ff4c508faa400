package dev.blackstart.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What differs between two sets of files, as `diff -u` prints it.
public final class TextDifference {
    private TextDifference() {}

    /// @param before texts by path; a path in only one of them was added or taken away
    public static List<String> between(Map<String, String> before, Map<String, String> after) {
        List<String> lines = new ArrayList<>();
        for (String path : paths(before.keySet(), after.keySet())) {
            List<String> difference =
                    UnifiedDiff.between(
                            before.getOrDefault(path, ""), after.getOrDefault(path, ""));
            if (!difference.isEmpty()) {
                lines.add("--- " + path);
                lines.add("+++ " + path);
                lines.addAll(difference);
            }
        }
        return List.copyOf(lines);
    }

    private static Collection<String> paths(Collection<String> one, Collection<String> other) {
        TreeSet<String> paths = new TreeSet<>(one);
        paths.addAll(other);
        return paths;
    }
}
