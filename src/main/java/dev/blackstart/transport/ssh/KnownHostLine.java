package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.HostKey;
import dev.blackstart.inventory.Wildcard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One line of a `known_hosts` file: whose key it is, and whether it is trusted or revoked.
record KnownHostLine(Mark mark, List<String> hosts, HostKey key) {
    enum Mark {
        TRUSTED,
        REVOKED,
        /// certificates are not accepted, so authorities vouch for nobody
        AUTHORITY
    }

    KnownHostLine {
        hosts = List.copyOf(hosts);
    }

    /// Empty when the line is none that OpenSSH writes, or excludes hosts with `!`.
    static Optional<KnownHostLine> parse(String line) {
        List<String> words = Arrays.asList(line.split("[ \t]+"));
        Optional<Mark> mark = mark(words.getFirst());
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        int first = mark.get() == Mark.TRUSTED ? 0 : 1;
        if (words.size() < first + 3) {
            return Optional.empty();
        }
        List<String> hosts = Arrays.asList(words.get(first).split(",", -1));
        boolean readable = hosts.stream().allMatch(KnownHostLine::readable);
        return readable
                ? KeyBlob.parse(words.get(first + 1), words.get(first + 2))
                        .map(key -> new KnownHostLine(mark.get(), hosts, key))
                : Optional.empty();
    }

    private static Optional<Mark> mark(String word) {
        return switch (word) {
            case "@revoked" -> Optional.of(Mark.REVOKED);
            case "@cert-authority" -> Optional.of(Mark.AUTHORITY);
            default -> word.startsWith("@") ? Optional.empty() : Optional.of(Mark.TRUSTED);
        };
    }

    private static boolean readable(String host) {
        if (host.startsWith("|")) {
            return HashedName.parse(host).isPresent();
        }
        return !host.isEmpty() && host.chars().allMatch(c -> c > ' ' && c < 127 && c != '!');
    }

    boolean names(String name) {
        return hosts.stream().anyMatch(host -> matches(host, name));
    }

    private static boolean matches(String host, String name) {
        if (host.startsWith("|")) {
            return HashedName.parse(host).orElseThrow().matches(name);
        }
        return host.indexOf('*') < 0 && host.indexOf('?') < 0
                ? host.equalsIgnoreCase(name)
                : Wildcard.matches(host, name);
    }
}
