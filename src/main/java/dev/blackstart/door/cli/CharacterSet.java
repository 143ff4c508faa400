package dev.blackstart.door.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Which characters the person's terminal, pager or file can show, by its locale.
enum CharacterSet {
    UNICODE,
    ASCII;

    /// As the C library decides: by the first of the three that is set. None is the locale `C`.
    static CharacterSet of(Map<String, String> env) {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> env.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", ""))
                .filter(locale -> locale.contains("utf8"))
                .map(locale -> UNICODE)
                .orElse(ASCII);
    }
}
