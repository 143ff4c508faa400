package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values that the column of a table has no room for, in full below it. Hosts that say the same
/// share one.
final class CutValues {
    /// The widest value in a table.
    static final int WIDEST = 30;

    /// What is longer still, such as a whole answer of a service, is told by its length.
    private static final int LONGEST = 2_000;

    private static final int HOSTS = 60;

    private record Said(String finding, String value) {}

    private CutValues() {}

    /// Empty where nothing was cut.
    static List<String> lines(List<Known.Word> words, int columns) {
        Map<Said, List<String>> cut = new LinkedHashMap<>();
        for (Known.Word word : words) {
            if (cut(word.value())) {
                cut.computeIfAbsent(new Said(word.finding(), word.value()), it -> new ArrayList<>())
                        .add(word.host());
            }
        }
        List<String> lines = new ArrayList<>();
        if (!cut.isEmpty()) {
            lines.add("In full:");
        }
        cut.forEach((said, hosts) ->
                Wrapped.lines(told(said, hosts), columns - 2).forEach(it -> lines.add("  " + it)));
        return lines;
    }

    private static boolean cut(String value) {
        return !value.startsWith(EvidenceTable.NO_ANSWER)
                && !Escaped.line(value, WIDEST).equals(Escaped.line(value));
    }

    private static String told(Said said, List<String> hosts) {
        String value = Escaped.line(said.value());
        String all =
                value.length() <= LONGEST
                        ? value
                        : "%s … (%d more characters; blackstart evidence --output json has them)"
                                .formatted(value.substring(0, LONGEST), value.length() - LONGEST);
        return "%s on %s: %s".formatted(said.finding(), named(hosts), all);
    }

    private static String named(List<String> hosts) {
        return hosts.contains("-")
                ? "-"
                : HostNames.shown(hosts.stream().map(HostName::new).toList(), HOSTS);
    }
}
