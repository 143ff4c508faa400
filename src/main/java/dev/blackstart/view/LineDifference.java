package dev.blackstart.view;

import java.util.ArrayList;
import java.util.List;

/// Two texts line by line: `- ` was, `+ ` is, and two blanks before lines that stay, of which only
/// those next to a change are shown.
final class LineDifference {
    /// Unchanged lines shown on each side of a change.
    private static final int CONTEXT = 2;

    /// Longer texts are compared in step, all behind the first change as replaced: more takes too
    /// long.
    private static final int MOST = 1_000;

    private final List<String> before;
    private final List<String> after;

    LineDifference(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    /// In the order of the texts; a gap between changes is `…`.
    List<String> lines() {
        List<String> all = all();
        List<String> near = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (nearChange(all, i)) {
                near.add(all.get(i));
            } else if (near.isEmpty() || !near.getLast().equals("…")) {
                near.add("…");
            }
        }
        return near.equals(List.of("…"))
                ? List.of("  only the end of the last line differs")
                : List.copyOf(near);
    }

    private static boolean nearChange(List<String> all, int at) {
        int end = Math.min(all.size(), at + CONTEXT + 1);
        return all.subList(Math.max(0, at - CONTEXT), end).stream()
                .anyMatch(line -> !line.startsWith("  "));
    }

    private List<String> all() {
        int[][] common = common();
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean same =
                    i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
            if (same) {
                lines.add("  " + before.get(i++));
                j++;
            } else if (j >= after.size()
                    || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }

    /// How many lines the rests of both texts have in common, in order.
    private int[][] common() {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        if (before.size() > MOST || after.size() > MOST) {
            return common;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
