package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.util.List;
import java.util.Optional;

/// What an answer says besides its key: the hosts it is about, and a text.
///
/// Written `HOST`, `all`, or `HOST TEXT`; where a gate is about one host, its name may be left out.
///
/// @param text the command to look with, or the new text of a command; empty for other choices
public record Particulars(List<HostName> hosts, String text) {
    /// Every host the gate is about.
    public static final String ALL = "all";

    public Particulars {
        hosts = List.copyOf(hosts);
    }

    /// What came of reading them.
    public sealed interface Result {
        record Given(Particulars particulars) implements Result {}

        /// @param sentence what is missing
        record Missing(String sentence) implements Result {}
    }

    public static Result read(Gate gate, Choice choice, String typed) {
        return switch (choice.asks()) {
            case NOTHING -> new Result.Given(new Particulars(List.of(), ""));
            case HOSTS -> hosts(gate, typed.strip());
            case COMMAND -> text(gate, typed, "Say what to look with: a command line is missing.");
            case TEXT -> text(gate, typed, "An amended command cannot be empty.");
        };
    }

    private static Result hosts(Gate gate, String typed) {
        if (typed.equals(ALL) || typed.isEmpty() && gate.targets().size() == 1) {
            return new Result.Given(new Particulars(gate.targets(), ""));
        }
        return host(gate, typed)
                .<Result>map(host -> new Result.Given(new Particulars(List.of(host), "")))
                .orElseGet(() ->
                        new Result.Missing(
                                "Name one of the hosts %s, or %s.".formatted(names(gate), ALL)));
    }

    private static Result text(Gate gate, String typed, String empty) {
        String begun = typed.stripLeading();
        String first = begun.split("\\s", 2)[0];
        Optional<HostName> host = host(gate, first);
        if (host.isEmpty() && gate.targets().size() != 1) {
            return new Result.Missing(
                    "Begin with one of the hosts %s, then the command.".formatted(names(gate)));
        }
        String text = host.isPresent() ? rest(begun, first) : begun;
        if (text.isBlank()) {
            return new Result.Missing(empty);
        }
        if (text.indexOf('\0') >= 0) {
            return new Result.Missing("A command cannot hold a NUL character.");
        }
        return new Result.Given(
                new Particulars(List.of(host.orElseGet(() -> gate.targets().getFirst())), text));
    }

    /// Without the host's name and the one blank or line end behind it.
    private static String rest(String begun, String first) {
        return begun.length() > first.length() ? begun.substring(first.length() + 1) : "";
    }

    private static Optional<HostName> host(Gate gate, String name) {
        return gate.targets().stream().filter(host -> host.value().equals(name)).findFirst();
    }

    private static String names(Gate gate) {
        return Words.hosts(gate.targets());
    }

    /// Those of an answer that was accepted.
    static Particulars of(GateBook.Answer answer) {
        Choice choice = answer.gate().choice(answer.event().choice()).orElseThrow();
        return switch (read(answer.gate(), choice, answer.event().typed())) {
            case Result.Given given -> given.particulars();
            case Result.Missing missing -> new Particulars(List.of(), "");
        };
    }
}
