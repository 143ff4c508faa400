package dev.blackstart.transport.simulated;

import dev.blackstart.inventory.HostName;

/// A command that no reply of the drill file fits.
final class Gap {
    private static final int LONGEST = 160;

    private Gap() {}

    static String sentence(String said, HostName host) {
        String line = said.strip().lines().findFirst().orElse("");
        return "no reply matches `%s` on %s; add one to `replies:` of the drill file"
                .formatted(line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line, host);
    }
}
