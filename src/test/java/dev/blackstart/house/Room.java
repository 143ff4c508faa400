package dev.blackstart.house;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One package of the house: what it may use. Covers its subpackages unless one has a room of its
/// own.
///
/// @param name below `dev.blackstart`, such as `transport.ssh`
/// @param uses names of rooms it may use, itself left out
/// @param libraries third-party libraries that live here and nowhere else; but for Jackson, since
///   output of commands, events of the journal and what the API is sent are JSON, and for what the
///   doors that listen on HTTP stand on
record Room(String name, Set<String> uses, List<Library> libraries) {
    static final String ROOT = "dev.blackstart";

    private static final Set<String> DOMAIN = Set.of("inventory", "topology", "runbook", "run");
    private static final Set<String> BELOW_DOORS =
            Set.of(
                    "inventory",
                    "runbook",
                    "run",
                    "policy",
                    "expression",
                    "template",
                    "reading",
                    "scaffold",
                    "journal",
                    "transport",
                    "transport.ssh",
                    "transport.simulated",
                    "transport.human",
                    "transport.sandbox",
                    "engine",
                    "topology",
                    "view",
                    "view.report",
                    "drill");

    /// Left to right: a room uses only rooms before it. README.md shows the same table.
    static final List<Room> ALL =
            List.of(
                    new Room("inventory", Set.of(), List.of()),
                    new Room("topology", Set.of("inventory"), List.of()),
                    new Room("runbook", Set.of("inventory"), List.of()),
                    new Room("run", Set.of("inventory", "topology", "runbook"), List.of()),
                    new Room("policy", DOMAIN, List.of()),
                    new Room(
                            "expression",
                            Set.of("inventory", "runbook"),
                            List.of(Library.CEL, Library.JACKSON)),
                    new Room(
                            "template",
                            Set.of("inventory", "runbook"),
                            List.of(Library.FREEMARKER)),
                    new Room(
                            "reading",
                            Set.of(
                                    "inventory",
                                    "runbook",
                                    "run",
                                    "policy",
                                    "expression",
                                    "template"),
                            List.of(Library.SNAKEYAML)),
                    new Room("scaffold", Set.of("inventory", "runbook", "reading"), List.of()),
                    new Room("journal", DOMAIN, List.of(Library.JACKSON, Library.JDBC)),
                    new Room("transport", DOMAIN, List.of()),
                    new Room("transport.ssh", and(DOMAIN, "transport"), List.of(Library.SSHJ)),
                    new Room("transport.simulated", and(DOMAIN, "transport"), List.of()),
                    new Room("transport.human", and(DOMAIN, "transport"), List.of()),
                    new Room(
                            "transport.sandbox",
                            and(DOMAIN, "transport"),
                            List.of(Library.MINA_SSHD)),
                    new Room("engine", and(DOMAIN, "policy", "journal", "transport"), List.of()),
                    new Room("view", and(DOMAIN, "journal"), List.of()),
                    new Room("view.report", and(DOMAIN, "view"), List.of()),
                    new Room("drill", without(BELOW_DOORS, "drill"), List.of()),
                    new Room(
                            "remote",
                            and(DOMAIN, "journal", "engine", "view"),
                            List.of(Library.JACKSON)),
                    new Room("service", BELOW_DOORS, List.of()),
                    new Room("chat", and(BELOW_DOORS, "service"), List.of()),
                    new Room(
                            "door.cli",
                            and(BELOW_DOORS, "service", "remote"),
                            List.of(Library.PICOCLI, Library.JLINE)),
                    new Room(
                            "door.http",
                            and(BELOW_DOORS, "service"),
                            List.of(Library.JAX_RS, Library.QUARKUS)),
                    new Room(
                            "door.rest",
                            and(BELOW_DOORS, "service", "door.http"),
                            List.of(Library.JAX_RS, Library.QUARKUS, Library.JACKSON)),
                    new Room(
                            "door.web",
                            and(BELOW_DOORS, "service", "door.http"),
                            List.of(Library.JAX_RS, Library.QUARKUS)),
                    new Room(
                            "door.chat",
                            and(BELOW_DOORS, "service", "chat", "door.http"),
                            List.of(Library.JAX_RS, Library.QUARKUS, Library.JACKSON)));

    static final Set<String> PURE = DOMAIN;

    /// The room a class lives in; empty for the root and for packages that no room covers.
    static Optional<Room> of(String packageName) {
        return ALL.stream()
                .filter(room -> room.covers(packageName))
                .max(Comparator.comparingInt(room -> room.name.length()));
    }

    private boolean covers(String packageName) {
        String own = ROOT + "." + name;
        return packageName.equals(own) || packageName.startsWith(own + ".");
    }

    boolean mayUse(Room other) {
        return other.equals(this) || uses.contains(other.name);
    }

    /// The libraries as README.md's table names them.
    String librariesInWords() {
        return libraries.isEmpty()
                ? "–"
                : libraries.stream().map(Library::word).collect(joining(", "));
    }

    private static Set<String> and(Set<String> rooms, String... more) {
        var all = new HashSet<>(rooms);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }

    private static Set<String> without(Set<String> rooms, String left) {
        return rooms.stream().filter(room -> !room.equals(left)).collect(toUnmodifiableSet());
    }
}
