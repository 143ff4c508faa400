package dev.blackstart.topology;

import dev.blackstart.inventory.HostName;
import java.util.List;

/// What an outage leaves of a group that needs a majority of its members.
///
/// @param lost members that go away
/// @param alive members that stay and answer
/// @param unsure members that stay and of which it is not known whether they are up
/// @param needed how many make a majority
public record Remaining(
        String group,
        List<HostName> lost,
        List<HostName> alive,
        List<HostName> unsure,
        int needed) {
    /// Does the majority outlast the outage?
    public enum Majority {
        HOLDS,
        NOT_CERTAIN,
        LOST
    }

    public Remaining {
        lost = List.copyOf(lost);
        alive = List.copyOf(alive);
        unsure = List.copyOf(unsure);
    }

    public int members() {
        return lost.size() + alive.size() + unsure.size();
    }

    public Majority majority() {
        if (alive.size() >= needed) {
            return Majority.HOLDS;
        }
        return alive.size() + unsure.size() >= needed ? Majority.NOT_CERTAIN : Majority.LOST;
    }
}
