package dev.blackstart.run;

/// The id of a run: 26 characters of Crockford's base 32 in lower case, time first, so ids sort by
/// start.
public record RunId(String value) implements Comparable<RunId> {
    private static final int LENGTH = 26;
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    public RunId {
        if (!allowed(value)) {
            throw new IllegalArgumentException("not a run id: " + value);
        }
    }

    public static boolean allowed(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (DIGITS.indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// @param millis milliseconds since the epoch, 48 bits used
    /// @param high 16 random bits, `low` 64 more
    public static RunId of(long millis, long high, long low) {
        StringBuilder text = new StringBuilder(LENGTH);
        append(text, millis, 10);
        append(text, (high << 24) ^ (low >>> 40), 8);
        append(text, low & 0xff_ffff_ffffL, 8);
        return new RunId(text.toString());
    }

    private static void append(StringBuilder text, long bits, int digits) {
        for (int i = digits - 1; i >= 0; i--) {
            text.append(DIGITS.charAt((int) ((bits >>> (5 * i)) & 31)));
        }
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
