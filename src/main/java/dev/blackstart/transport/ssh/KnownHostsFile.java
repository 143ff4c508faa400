package dev.blackstart.transport.ssh;

import dev.blackstart.inventory.HostKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One `known_hosts` file, read whole. A file with a line that cannot be understood vouches for
/// nobody, but what it revokes stays revoked.
record KnownHostsFile(Path path, List<KnownHostLine> lines, Optional<String> damage) {
    KnownHostsFile {
        lines = List.copyOf(lines);
    }

    /// A file that does not exist knows nobody.
    static KnownHostsFile read(Path path) {
        if (!Files.exists(path)) {
            return new KnownHostsFile(path, List.of(), Optional.empty());
        }
        try {
            return parse(path, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new KnownHostsFile(
                    path, List.of(), Optional.of(path + " cannot be read: " + e.getMessage()));
        }
    }

    static KnownHostsFile parse(Path path, String text) {
        List<KnownHostLine> lines = new ArrayList<>();
        Set<String> hostAndType = new HashSet<>();
        Set<String> all = new HashSet<>();
        Optional<String> damage = Optional.empty();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            Optional<KnownHostLine> known = KnownHostLine.parse(bare);
            boolean twice = known.isPresent() && contradicts(known.get(), hostAndType, all);
            if (damage.isEmpty() && (known.isEmpty() || twice)) {
                damage =
                        Optional.of(
                                "%s:%d %s, so nothing in this file is trusted; correct or remove the line"
                                        .formatted(
                                                path,
                                                number,
                                                twice
                                                        ? "gives a host a second key of the same type"
                                                        : "is not a known_hosts line"));
            }
            known.ifPresent(lines::add);
        }
        return new KnownHostsFile(path, lines, damage);
    }

    private static boolean contradicts(
            KnownHostLine line, Set<String> hostAndType, Set<String> all) {
        boolean contradicts = false;
        if (line.mark() == KnownHostLine.Mark.TRUSTED) {
            for (String host : line.hosts()) {
                String place = host + " " + line.key().type();
                boolean seen = !hostAndType.add(place);
                boolean same = !all.add(place + " " + line.key().base64());
                contradicts |= seen && !same;
            }
        }
        return contradicts;
    }

    boolean revokes(HostKey key) {
        return lines.stream()
                .anyMatch(line ->
                        line.mark() == KnownHostLine.Mark.REVOKED && line.key().equals(key));
    }

    /// The keys a host is known by, under any of its names.
    List<HostKey> keys(List<String> names) {
        return lines.stream()
                .filter(line -> line.mark() == KnownHostLine.Mark.TRUSTED)
                .filter(line -> names.stream().anyMatch(line::names))
                .map(KnownHostLine::key)
                .toList();
    }
}
