package dev.blackstart.run;

import dev.blackstart.inventory.HostName;
import java.util.SortedSet;
import java.util.TreeSet;

/// The hosts that a run is about by what it did and asks: those to which it sent an action, and
/// those for which it waits at an open gate. What else it holds is in the locks of the journal.
public final class Concerned {
    private Concerned() {}

    /// Those to which it sent an action.
    public static SortedSet<HostName> actedOn(RunState state) {
        SortedSet<HostName> hosts = new TreeSet<>();
        state.actions().all().forEach(it -> hosts.add(it.intent().action().host()));
        return hosts;
    }

    public static SortedSet<HostName> by(RunState state) {
        SortedSet<HostName> hosts = actedOn(state);
        state.gates().open().ifPresent(gate -> hosts.addAll(gate.targets()));
        return hosts;
    }
}
