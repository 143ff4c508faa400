package dev.blackstart.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A thing on which only one run may act at a time.
///
/// @param name what makes it the same thing wherever it is named: a host's key, or a resource
/// @param shown what people call it; one machine may have several names, one a line
public record Lock(String name, String shown) implements Comparable<Lock> {
    private static final String RESOURCE = "resource ";

    /// A resource that a runbook names under `locks`.
    public static Lock resource(String name) {
        return new Lock(RESOURCE + name, name);
    }

    public boolean isResource() {
        return name.startsWith(RESOURCE);
    }

    public List<String> names() {
        return shown.lines().toList();
    }

    /// Each thing once, with all its names, in order.
    static List<Lock> sorted(Collection<Lock> wanted) {
        Map<String, Set<String>> names = new TreeMap<>();
        wanted.forEach(lock ->
                names.computeIfAbsent(lock.name, name -> new TreeSet<>()).addAll(lock.names()));
        return names.entrySet().stream()
                .map(it -> new Lock(it.getKey(), String.join("\n", it.getValue())))
                .toList();
    }

    @Override
    public int compareTo(Lock other) {
        return name.compareTo(other.name);
    }
}
