package dev.blackstart.journal;

/// A thing on which only one run may act at a time.
///
/// @param name what makes it the same thing wherever it is named: a host's key, or a resource
/// @param shown what people call it
public record Lock(String name, String shown) implements Comparable<Lock> {
    private static final String RESOURCE = "resource ";

    /// A resource that a runbook names under `locks`.
    public static Lock resource(String name) {
        return new Lock(RESOURCE + name, name);
    }

    public boolean isResource() {
        return name.startsWith(RESOURCE);
    }

    @Override
    public int compareTo(Lock other) {
        return name.compareTo(other.name);
    }
}
