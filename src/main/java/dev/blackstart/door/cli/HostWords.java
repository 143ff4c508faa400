package dev.blackstart.door.cli;

import dev.blackstart.scaffold.NewHost;
import dev.blackstart.view.Escaped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A host in one word: `NAME=[USER@]ADDRESS[:PORT]`, IPv6 in brackets where a port follows.
final class HostWords {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:([^@]+)@)?(?:\\[([^\\]]+)\\]|([^:\\[\\]]+)|([^\\[\\]]*:[^\\[\\]]*:[^\\[\\]]*))(?::([0-9]{1,5}))?");

    private HostWords() {}

    static NewHost parse(String word) {
        int equals = word.indexOf('=');
        if (equals < 1) {
            throw unclear(word);
        }
        return parse(word.substring(0, equals), word.substring(equals + 1));
    }

    static NewHost parse(String name, String place) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw unclear(name + "=" + place);
        }
        String address =
                Optional.ofNullable(parts.group(2))
                        .or(() -> Optional.ofNullable(parts.group(3)))
                        .orElseGet(() -> parts.group(4));
        return new NewHost(
                name,
                address,
                Optional.ofNullable(parts.group(1)),
                Optional.ofNullable(parts.group(5)).map(Integer::valueOf),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private static CannotGoOn unclear(String word) {
        return new CannotGoOn(
                ExitCode.USAGE,
                "The host "
                        + Escaped.line(word, 64)
                        + " is not understood; write NAME=ADDRESS as in web1=192.0.2.11 or"
                        + " web1=ops@192.0.2.11:2222.");
    }
}
