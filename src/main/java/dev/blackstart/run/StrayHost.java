package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.util.Optional;

/// A command line to look around with that begins with a host the gate is not about. Where a gate
/// is about one host its name may be left out, and the first word would become the command.
final class StrayHost {
    private StrayHost() {}

    /// Why it is not sent; empty when its first word is no such name.
    static Optional<String> refusal(RunState state, Gate gate, Choice choice, String typed) {
        String first = typed.strip().split("\\s", 2)[0];
        boolean here = gate.targets().stream().anyMatch(host -> host.value().equals(first));
        return choice.asks() == Choice.Asks.COMMAND
                        && !here
                        && (known(state, first) || nearly(gate, first))
                ? Optional.of(
                        "`%s` is none of the hosts that this gate is about; begin with one of %s, then the command."
                                .formatted(first, Words.hosts(gate.targets())))
                : Optional.empty();
    }

    private static boolean known(RunState state, String word) {
        return state.evidence().hosts().stream().map(HostName::value).anyMatch(word::equals);
    }

    /// Such as `node12` where the gate is about `node2`.
    private static boolean nearly(Gate gate, String word) {
        return gate.targets().stream()
                .map(HostName::value)
                .anyMatch(
                        name -> !name.equals(counted(name)) && counted(word).equals(counted(name)));
    }

    private static String counted(String name) {
        return name.replaceAll("[0-9]+", "#");
    }
}
