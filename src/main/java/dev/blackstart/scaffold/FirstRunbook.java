package dev.blackstart.scaffold;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A runbook for a systemd unit that does not run, with its drill.
///
/// @param unit such as `nginx` or `postgresql@15-main`
/// @param owner who looks after the runbook
public record FirstRunbook(String unit, String owner) {
    /// The group of hosts it looks at.
    static final String GROUP = "nodes";

    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:_.@-]{0,59}");

    public static boolean allowed(String unit) {
        return UNIT.matcher(unit).matches();
    }

    public FirstRunbook {
        owner = owner.replaceAll("[^A-Za-z0-9._@-]", "-");
        if (!allowed(unit)) {
            throw new IllegalArgumentException("not a unit: " + unit);
        }
    }

    /// Lower-case letters, digits and hyphens.
    public String name() {
        String bare =
                unit.replaceFirst("\\.service$", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return Character.isDigit(bare.charAt(0)) ? "unit-" + bare : bare;
    }

    public String drill() {
        return name() + "-down";
    }

    /// Texts by path relative to the runbook's folder.
    Map<String, String> files() {
        Map<String, String> gaps =
                Map.of("NAME", name(), "UNIT", unit, "OWNER", owner, "DRILL", drill());
        Map<String, String> files = new LinkedHashMap<>();
        files.put("runbook.yaml", Sample.text("runbook.yaml", gaps));
        files.put("scripts/last-words.sh", Sample.text("last-words.sh", gaps));
        files.put("drills/" + drill() + ".yaml", Sample.text("drill.yaml", gaps));
        return files;
    }
}
