package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.License;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The findings that license an action. On a gate's screen hosts that say the same share a line,
/// with the age of the oldest word.
record Known(List<License> licenses) {
    private static final int VALUE = 30;
    private static final int HOSTS = 28;

    private record Said(String finding, String value, String how) {}

    List<String> lines(Instant now, int columns) {
        Map<Said, List<License>> together = new LinkedHashMap<>();
        for (License license : licenses) {
            Said said = new Said(license.finding().value(), license.value(), license.how());
            together.computeIfAbsent(said, any -> new ArrayList<>()).add(license);
        }
        TextTable table = new TextTable("finding", "host", "value", "age", "how");
        together.forEach((said, all) ->
                table.row(
                        said.finding(),
                        hosts(all),
                        Escaped.line(said.value(), VALUE),
                        Elapsed.ago(oldest(all, now), now),
                        said.how()));
        return rows(table, columns);
    }

    private static String hosts(List<License> licenses) {
        List<HostName> hosts = licenses.stream().map(License::host).toList();
        return HostNames.shown(hosts, HOSTS);
    }

    private static Instant oldest(List<License> licenses, Instant now) {
        return licenses.stream().map(License::at).min(Instant::compareTo).orElse(now);
    }

    /// One line a host.
    List<String> each(Instant now, int columns) {
        TextTable table = new TextTable("finding", "host", "value", "age", "how");
        for (License license : licenses) {
            table.row(
                    license.finding().value(),
                    license.host().value(),
                    Escaped.line(license.value(), VALUE),
                    Elapsed.ago(license.at(), now),
                    license.how());
        }
        return rows(table, columns);
    }

    private static List<String> rows(TextTable table, int columns) {
        List<String> lines = table.lines(columns);
        return lines.subList(1, lines.size());
    }
}
