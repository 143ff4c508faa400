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
                            ? number(one, i, endOne, other, j, endOther)
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

    /// Of any length. Hosts are compared wherever books are kept by host, so nothing is copied
    /// here.
    private static int number(
            String one, int from, int end, String other, int otherFrom, int otherEnd) {
        int i = withoutZeros(one, from, end);
        int j = withoutZeros(other, otherFrom, otherEnd);
        if (end - i != otherEnd - j) {
            return Integer.compare(end - i, otherEnd - j);
        }
        while (i < end && one.charAt(i) == other.charAt(j)) {
            i++;
            j++;
        }
        return i == end ? 0 : Character.compare(one.charAt(i), other.charAt(j));
    }

    /// Where a number begins that has no leading zeros; a zero alone is one.
    private static int withoutZeros(String name, int from, int end) {
        int begin = from;
        while (begin < end - 1 && name.charAt(begin) == '0') {
            begin++;
        }
        return begin;
    }
}
