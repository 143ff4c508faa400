package dev.blackstart.inventory;

import java.util.regex.Pattern;

/// The name of a host in the inventory: lower-case ASCII letters, digits, `.`, `_` and `-`, at most
/// 63 characters, starting and ending with a letter or digit.
public record HostName(String value) implements Comparable<HostName> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?");

    public HostName {
        if (!allowed(value)) {
            throw new IllegalArgumentException("not a host name: " + value);
        }
    }

    public static boolean allowed(String value) {
        return ALLOWED.matcher(value).matches();
    }

    @Override
    public int compareTo(HostName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
