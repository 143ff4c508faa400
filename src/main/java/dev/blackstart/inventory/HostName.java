package dev.blackstart.inventory;

/// The name of a host in the inventory: lower-case ASCII letters, digits, `.`, `_` and `-`, at most
/// 63 characters, starting and ending with a letter or digit.
public record HostName(String value) implements Comparable<HostName> {
    private static final int LONGEST = 63;

    public HostName {
        if (!allowed(value)) {
            throw new IllegalArgumentException("not a host name: " + value);
        }
    }

    public static boolean allowed(String value) {
        int length = value.length();
        if (length == 0
                || length > LONGEST
                || !letterOrDigit(value.charAt(0))
                || !letterOrDigit(value.charAt(length - 1))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (!letterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean letterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /// As people count: `node9` before `node10`.
    @Override
    public int compareTo(HostName other) {
        return Counted.ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
