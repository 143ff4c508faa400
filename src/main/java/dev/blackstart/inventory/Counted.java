package dev.blackstart.inventory;

import java.util.Comparator;

/// Names in the order in which people count: `node9` before `node10`. The one place that says so;
/// every list of hosts that people see goes by it.
public final class Counted {
    public static final Comparator<String> ORDER =
            ((Comparator<String>) Counted::compare).thenComparing(Comparator.naturalOrder());

    private Counted() {}

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOne = endOfNumber(one, i);
            int endOther = endOfNumber(other, j);
            boolean numbers = endOne > i && endOther > j;
            int order =
                    numbers
                            ? number(one.substring(i, endOne), other.substring(j, endOther))
                            : Character.compare(one.charAt(i), other.charAt(j));
            if (order != 0) {
                return order;
            }
            i = numbers ? endOne : i + 1;
            j = numbers ? endOther : j + 1;
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /// Behind the digits that begin there.
    private static int endOfNumber(String name, int from) {
        int end = from;
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /// Of any length, without leading zeros.
    private static int number(String one, String other) {
        String first = one.replaceFirst("^0+(?=.)", "");
        String second = other.replaceFirst("^0+(?=.)", "");
        return first.length() == second.length()
                ? first.compareTo(second)
                : Integer.compare(first.length(), second.length());
    }
}
