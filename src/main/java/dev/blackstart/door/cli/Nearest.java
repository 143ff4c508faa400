package dev.blackstart.door.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known name that somebody may have meant.
final class Nearest {
    private Nearest() {}

    /// `; did you mean list?`, or nothing when no name is near.
    static String hint(String name, Collection<String> known) {
        return to(name, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    static Optional<String> to(String name, Collection<String> known) {
        int most = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(
                        candidate ->
                                distance(name, candidate) <= most
                                        || name.length() > 2 && candidate.startsWith(name))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /// Levenshtein's distance, and 1 for two neighbours swapped.
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + change);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
