package dev.blackstart.reading.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Which of the known words somebody may have meant.
public final class Nearest {
    private Nearest() {}

    /// The known word with the fewest changed, missing, added or swapped letters, if they are few.
    public static Optional<String> to(String word, Collection<String> known) {
        int most = Math.max(1, Math.min(3, word.length() / 3));
        return known.stream()
                .filter(other -> distance(word, other) <= most)
                .min(Comparator.comparingInt((String other) -> distance(word, other)));
    }

    /// `; did you mean ...?`, or the list of what is allowed.
    public static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map(other -> "; did you mean `" + other + "`?")
                .orElseGet(() -> known.isEmpty() ? "" : "; allowed: " + String.join(", ", known));
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT).replace('-', '_');
        String b = other.toLowerCase(Locale.ROOT).replace('-', '_');
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
