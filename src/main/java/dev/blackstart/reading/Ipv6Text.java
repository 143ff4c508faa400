package dev.blackstart.reading;

import java.util.List;
import java.util.stream.Collectors;

/// Writes an IPv6 address as RFC 5952 wants it: lower-case, no leading zeros, the longest run of
/// two or more zero groups (the first of equals) as `::`.
final class Ipv6Text {
    private Ipv6Text() {}

    static String of(List<Integer> groups) {
        int start = 0;
        int length = 0;
        for (int i = 0; i < groups.size(); i++) {
            int run = zerosFrom(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return length < 2
                ? joined(groups)
                : joined(groups.subList(0, start))
                        + "::"
                        + joined(groups.subList(start + length, groups.size()));
    }

    private static int zerosFrom(List<Integer> groups, int start) {
        int end = start;
        while (end < groups.size() && groups.get(end) == 0) {
            end++;
        }
        return end - start;
    }

    private static String joined(List<Integer> groups) {
        return groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }
}
