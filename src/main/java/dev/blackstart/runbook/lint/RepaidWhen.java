package dev.blackstart.runbook.lint;

import dev.blackstart.runbook.Names;
import dev.blackstart.runbook.Runbook;
import java.util.List;
import java.util.regex.Pattern;

/// The names in `repaid_when` conditions. Loans are not carried out yet and are kept as text only.
final class RepaidWhen {
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9_]+");

    private RepaidWhen() {}

    static List<String> words(Runbook runbook) {
        return runbook.files()
                .getOrDefault("runbook.yaml", "")
                .lines()
                .filter(line -> line.contains("repaid_when:"))
                .flatMap(BETWEEN::splitAsStream)
                .filter(Names::allowed)
                .toList();
    }
}
