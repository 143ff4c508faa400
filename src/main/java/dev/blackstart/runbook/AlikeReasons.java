package dev.blackstart.runbook;

import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Hosts that are silent for the same reason. Reasons are alike when they differ only in where each
/// host is: its name, its address, its port, the login in the `ssh` that shows the same by hand. Of
/// a reason of several lines the first decides.
///
/// @param hosts as people count
/// @param reason that of the first host, in full
/// @param same all give it word for word
public record AlikeReasons(List<HostName> hosts, String reason, boolean same) {
    private static final String SOMEWHERE = "…";

    /// Logins, addresses with or without a port, names with a port where a way is told.
    private static final Pattern PLACE =
            Pattern.compile(
                    "\\bssh (-p \\d+ )?[^\\s,;]+@[^\\s,;]+"
                            + "|\\[[0-9A-Fa-f:.%]+](:\\d+)?"
                            + "|\\b\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?\\b"
                            + "|(?<=^|\\bto |\\bon )[\\w.-]+:\\d{1,5}\\b");

    public AlikeReasons {
        hosts = List.copyOf(hosts);
    }

    /// In the order of the first host of each.
    public static List<AlikeReasons> of(Map<HostName, String> reasons) {
        Map<String, List<HostName>> alike = new LinkedHashMap<>();
        reasons.forEach((host, reason) ->
                alike.computeIfAbsent(wherever(host, reason), any -> new ArrayList<>()).add(host));
        return alike.values().stream().map(hosts -> together(hosts, reasons)).toList();
    }

    private static AlikeReasons together(List<HostName> hosts, Map<HostName, String> reasons) {
        List<HostName> counted = hosts.stream().sorted().toList();
        List<String> said = counted.stream().map(host -> reasons.getOrDefault(host, "")).toList();
        return new AlikeReasons(counted, said.getFirst(), said.stream().distinct().count() == 1);
    }

    /// The reason without what only says where the host is.
    public static String wherever(HostName host, String reason) {
        String line = reason.lines().findFirst().orElse("");
        String nowhere = PLACE.matcher(line).replaceAll(SOMEWHERE);
        return nowhere.replaceAll(
                "(?<![\\w.-])" + Pattern.quote(host.value()) + "(?![\\w-])", SOMEWHERE);
    }

    /// The reason as it stands for all of them: `all like n1: no connection to …`.
    public String told() {
        return same ? reason : "all like " + hosts.getFirst() + ": " + reason;
    }
}
