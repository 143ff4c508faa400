package dev.blackstart.run;

/// One answer a gate takes.
///
/// @param key what is typed, such as `y`, `retry`, `s`
/// @param label what it does
/// @param typed what must be typed in full besides, such as the target's name; empty when nothing
/// @param asks what the person says besides
public record Choice(String key, String label, String typed, Asks asks) {
    /// What a choice wants besides its key.
    public enum Asks {
        NOTHING,
        /// one of the gate's hosts, or `all` of them
        HOSTS,
        /// one of the gate's hosts, and a command line to look around with
        COMMAND,
        /// one of the gate's hosts, and the new text of its command
        TEXT
    }

    public Choice(String key, String label, String typed) {
        this(key, label, typed, Asks.NOTHING);
    }

    public static Choice of(String key, String label) {
        return new Choice(key, label, "");
    }

    public static Choice asking(Asks asks, String key, String label) {
        return new Choice(key, label, "", asks);
    }
}
