package dev.blackstart.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What differs between two texts, line by line, as `diff -u` prints it without its head.
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String OPEN_END = "\n\\ No newline at end of file";

    /// Beyond so many lines on a side that differ, all of them are shown as replaced.
    private static final int MOST_COMPARED = 2_000;

    /// @param sign ' ', '-' or '+'
    private record Line(char sign, String text) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /// Empty when the texts are equal.
    static List<String> between(String before, String after) {
        UnifiedDiff diff = new UnifiedDiff(split(before), split(after));
        diff.compare();
        return diff.hunks();
    }

    private static List<String> split(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        boolean ended = text.endsWith("\n");
        String whole = ended ? text.substring(0, text.length() - 1) : text;
        List<String> lines = new ArrayList<>(Arrays.asList(whole.split("\n", -1)));
        if (!ended) {
            lines.add(lines.removeLast() + OPEN_END);
        }
        return lines;
    }

    private void compare() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            lines.add(new Line(' ', before.get(start++)));
        }
        int tail = 0;
        while (tail < shorter - start
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        middle(
                before.subList(start, before.size() - tail),
                after.subList(start, after.size() - tail));
        before.subList(before.size() - tail, before.size())
                .forEach(line -> lines.add(new Line(' ', line)));
    }

    private void middle(List<String> old, List<String> now) {
        if (old.size() > MOST_COMPARED || now.size() > MOST_COMPARED) {
            old.forEach(line -> lines.add(new Line('-', line)));
            now.forEach(line -> lines.add(new Line('+', line)));
            return;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(' ', old.get(i++)));
                j++;
            } else if (j >= now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line('-', old.get(i++)));
            } else {
                lines.add(new Line('+', now.get(j++)));
            }
        }
    }

    /// Length of the longest common sequence of the rests from each pair of lines on.
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] =
                        old.get(i).equals(now.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private List<String> hunks() {
        List<String> shown = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int change = next(from);
            if (change == lines.size()) {
                break;
            }
            int start = Math.max(from, change - CONTEXT);
            int end = end(change);
            hunk(start, end, shown);
            from = end;
        }
        return shown;
    }

    private int next(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    /// A hunk goes on while the next change is near.
    private int end(int change) {
        int end = change;
        while (end < lines.size() && lines.get(end).sign() != ' ') {
            end++;
            int following = next(end);
            if (following < lines.size() && following - end <= 2 * CONTEXT) {
                end = following;
            }
        }
        return Math.min(lines.size(), end + CONTEXT);
    }

    private void hunk(int start, int end, List<String> shown) {
        shown.add("@@ -%s +%s @@".formatted(range(start, end, '+'), range(start, end, '-')));
        for (Line line : lines.subList(start, end)) {
            shown.addAll(Arrays.asList((line.sign() + line.text()).split("\n", -1)));
        }
    }

    /// First line and number of lines on the side that does not have lines of the other sign.
    private String range(int start, int end, char other) {
        long first = count(lines.subList(0, start), other);
        long number = count(lines.subList(start, end), other);
        return (number == 0 ? first : first + 1) + "," + number;
    }

    private static long count(List<Line> part, char other) {
        return part.stream().filter(line -> line.sign() != other).count();
    }
}
