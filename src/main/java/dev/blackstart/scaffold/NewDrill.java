package dev.blackstart.scaffold;

import dev.blackstart.inventory.Selector;
import dev.blackstart.runbook.Runbook;
import dev.blackstart.runbook.Step;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A drill to begin with: two made hosts, and a reply for each command of the runbook.
///
/// @param yaml the drill file
public record NewDrill(String yaml) {
    private static final Pattern SCRIPT = Pattern.compile("(?m)^\\s+script: *(\\S+)");
    private static final Pattern RUN =
            Pattern.compile("(?m)^\\s+run: *([A-Za-z][A-Za-z0-9_./ -]*)");

    /// @param text the runbook as written
    public static NewDrill of(String name, Runbook runbook, String text) {
        Set<String> groups = new TreeSet<>();
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Targeted targeted) {
                targeted.targets().on().terms().stream()
                        .filter(term -> !term.excluded() && !term.name().equals("all"))
                        .map(Selector.Term::name)
                        .forEach(groups::add);
            }
        }
        return new NewDrill(
                Sample.text(
                        "new-drill.yaml",
                        Map.of(
                                "NAME", name,
                                "RUNBOOK", runbook.name().value(),
                                "GROUPS", String.join(", ", groups),
                                "REPLIES", replies(text))));
    }

    private static String replies(String text) {
        Set<String> commands = new LinkedHashSet<>();
        SCRIPT.matcher(text).results().forEach(it -> commands.add(it.group(1)));
        RUN.matcher(text).results().forEach(it -> commands.add(it.group(1).strip()));
        return commands.stream()
                .map(command -> "  - { match: \"" + command + "\", prints: nothing yet }\n")
                .collect(Collectors.joining());
    }
}
