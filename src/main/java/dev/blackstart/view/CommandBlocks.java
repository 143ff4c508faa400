package dev.blackstart.view;

import dev.blackstart.inventory.HostName;
import dev.blackstart.run.Prepared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What will run, each different command once with the hosts it goes to.
final class CommandBlocks {
    private final int columns;

    CommandBlocks(int columns) {
        this.columns = columns;
    }

    /// @param most most lines of text per command
    List<String> lines(List<Prepared> commands, int most, String rest) {
        List<String> lines = new ArrayList<>();
        byText(commands)
                .forEach((command, hosts) -> {
                    lines.addAll(Wrapped.lines(heading(command, hosts), columns));
                    lines.addAll(environment(command));
                    command.upload()
                            .ifPresent(upload ->
                                    lines.addAll(
                                            new UploadBlock(columns).lines(upload, most, rest)));
                    if (!command.command()) {
                        return;
                    }
                    lines.addAll(Margin.lines(command.text(), columns, most, rest));
                });
        return List.copyOf(lines);
    }

    private static Map<Prepared, List<HostName>> byText(List<Prepared> commands) {
        Map<Prepared, List<HostName>> byText = new LinkedHashMap<>();
        for (Prepared command : commands) {
            byText.keySet().stream()
                    .filter(seen -> same(seen, command))
                    .findFirst()
                    .ifPresentOrElse(
                            seen -> byText.getOrDefault(seen, List.of()).add(command.host()),
                            () -> byText.put(command, new ArrayList<>(List.of(command.host()))));
        }
        return byText;
    }

    private static boolean same(Prepared one, Prepared other) {
        return one.on(other.host()).equals(other);
    }

    private String heading(Prepared command, List<HostName> hosts) {
        return "on "
                + HostNames.shown(hosts, Math.max(20, columns - 40))
                + (command.sudo() ? " as root" : "")
                + ", "
                + Elapsed.shown(command.timeout())
                + " at most"
                + command.stdin().map(name -> ", secret " + name + " on stdin").orElse("")
                + (command.script() ? ": " + command.label() : ":");
    }

    private List<String> environment(Prepared command) {
        return command.env().entrySet().stream()
                .map(entry -> "  " + entry.getKey() + "=" + entry.getValue())
                .map(text -> Escaped.line(text, columns))
                .toList();
    }
}
