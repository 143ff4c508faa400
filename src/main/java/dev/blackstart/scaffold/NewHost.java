package dev.blackstart.scaffold;

import dev.blackstart.inventory.HostKey;
import dev.blackstart.reading.InventoryReader;
import dev.blackstart.runbook.Problem;
import java.util.List;
import java.util.Optional;

/// A host to be written into a new inventory, as somebody named it: nothing of it is checked yet.
///
/// @param member it is looked after, not only gone through
public record NewHost(
        String name,
        String address,
        Optional<String> user,
        Optional<Integer> port,
        Optional<String> identity,
        Optional<String> jump,
        Optional<HostKey> key,
        boolean member) {
    /// A host in an inventory of its own needs no other host, and some user.
    private static final String SOMEBODY = "somebody";

    public NewHost withKey(Optional<HostKey> found) {
        return new NewHost(name, address, user, port, identity, jump, found, member);
    }

    private NewHost alone() {
        return new NewHost(name, address, user, port, identity, Optional.empty(), key, member);
    }

    /// What keeps this host out of an inventory.
    public List<Problem> faults() {
        String text = new InventoryText(List.of(alone()), SOMEBODY).text();
        return InventoryReader.read("host " + name, text).problems().stream()
                .filter(Problem::isError)
                .toList();
    }
}
