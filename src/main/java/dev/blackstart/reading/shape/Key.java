package dev.blackstart.reading.shape;

/// One key of a table.
///
/// @param help one sentence for people who hover over the key in an editor
public record Key(String name, boolean required, Shape shape, String help) {
    public static Key required(String name, Shape shape, String help) {
        return new Key(name, true, shape, help);
    }

    public static Key optional(String name, Shape shape, String help) {
        return new Key(name, false, shape, help);
    }
}
