package dev.blackstart.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// IPv4 and IPv6 addresses, and the one form in which each is written (RFC 5952). Never asks DNS.
record IpAddress(List<Integer> bytes) {
    private static final Pattern FOUR =
            Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:]{2,39}");

    IpAddress {
        bytes = List.copyOf(bytes);
    }

    /// Dotted quads without leading zeros, or IPv6 without zone and without an IPv4 tail.
    static Optional<IpAddress> parse(String text) {
        if (FOUR.matcher(text).matches()) {
            return four(text);
        }
        return SIX.matcher(text).matches() && text.contains(":") ? six(text) : Optional.empty();
    }

    String canonical() {
        return bytes.size() == 4 ? "%d.%d.%d.%d".formatted(bytes.toArray()) : Ipv6Text.of(groups());
    }

    /// Are all bits after the first `prefix` zero?
    boolean network(int prefix) {
        for (int bit = prefix; bit < bytes.size() * 8; bit++) {
            if ((bytes.get(bit / 8) >> (7 - bit % 8) & 1) == 1) {
                return false;
            }
        }
        return true;
    }

    int bits() {
        return bytes.size() * 8;
    }

    private static Optional<IpAddress> four(String text) {
        List<Integer> bytes =
                Pattern.compile("\\.").splitAsStream(text).map(Integer::valueOf).toList();
        return bytes.stream().allMatch(b -> b <= 255)
                ? Optional.of(new IpAddress(bytes))
                : Optional.empty();
    }

    private static Optional<IpAddress> six(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<List<Integer>> head = groups(gap < 0 ? text : text.substring(0, gap));
        Optional<List<Integer>> tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int missing = 8 - head.get().size() - tail.get().size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(head.get());
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail.get());
        return Optional.of(
                new IpAddress(all.stream().flatMap(g -> Stream.of(g >> 8, g & 255)).toList()));
    }

    private static Optional<List<Integer>> groups(String text) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        List<String> parts = Pattern.compile(":").splitAsStream(text + ":-").toList();
        List<String> groups = parts.subList(0, parts.size() - 1);
        return groups.stream().allMatch(group -> group.matches("[0-9A-Fa-f]{1,4}"))
                ? Optional.of(groups.stream().map(group -> Integer.valueOf(group, 16)).toList())
                : Optional.empty();
    }

    private List<Integer> groups() {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i += 2) {
            groups.add(bytes.get(i) << 8 | bytes.get(i + 1));
        }
        return groups;
    }
}
