package dev.blackstart.reading;

import dev.blackstart.inventory.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a `Host` or `Match` line of an `ssh_config` holds for a host. Of `Match` only `all`,
/// `host` and `originalhost` are understood; whatever asks anything else holds for nobody, and
/// `exec` is never carried out.
final class SshBlock {
    private SshBlock() {}

    static boolean host(List<String> patterns, String alias) {
        boolean holds = false;
        for (String pattern : patterns) {
            boolean not = pattern.startsWith("!");
            if (Wildcard.matchesExactly(not ? pattern.substring(1) : pattern, alias)) {
                if (not) {
                    return false;
                }
                holds = true;
            }
        }
        return holds;
    }

    /// @param reached where the host is reached as far as the lines above say
    static boolean match(List<String> words, String alias, String reached) {
        if (foreign(words).isPresent()) {
            return false;
        }
        boolean holds = true;
        for (int i = 0; i + 1 < words.size(); i += 2) {
            boolean not = words.get(i).startsWith("!");
            String asked = criterion(words.get(i));
            String name = asked.equals("host") ? reached : alias;
            List<String> patterns =
                    List.of(words.get(i + 1).toLowerCase(Locale.ROOT).split(",", -1));
            holds &= host(patterns, name.toLowerCase(Locale.ROOT)) != not;
        }
        return holds;
    }

    /// The first thing a `Match` line asks that is not understood.
    static Optional<String> foreign(List<String> words) {
        if (words.size() == 1 && criterion(words.getFirst()).equals("all")) {
            return words.getFirst().startsWith("!")
                    ? Optional.of(words.getFirst())
                    : Optional.empty();
        }
        for (int i = 0; i < words.size(); i += 2) {
            String asked = criterion(words.get(i));
            if (i + 1 == words.size() || !(asked.equals("host") || asked.equals("originalhost"))) {
                return Optional.of(asked);
            }
        }
        return words.isEmpty() ? Optional.of("nothing") : Optional.empty();
    }

    private static String criterion(String word) {
        return word.toLowerCase(Locale.ROOT).replaceFirst("^!", "");
    }
}
