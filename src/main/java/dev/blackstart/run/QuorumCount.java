package dev.blackstart.run;

import dev.blackstart.inventory.Group;
import dev.blackstart.inventory.HostName;
import java.util.ArrayList;
import java.util.List;

/// The members of a group with `quorum: majority`, counted.
///
/// @param live shown to be live
/// @param down shown not to be
/// @param unsure neither; counts as not live where live ones are needed, and as not down where a
///   lost quorum is
record QuorumCount(Group group, List<HostName> live, List<HostName> down, List<HostName> unsure) {
    QuorumCount {
        live = List.copyOf(live);
        down = List.copyOf(down);
        unsure = List.copyOf(unsure);
    }

    /// The smallest majority of a group.
    static int majority(Group group) {
        return group.members().size() / 2 + 1;
    }

    int needed() {
        return majority(group);
    }

    /// Even if all that are unsure were live, there would be no majority.
    boolean lost() {
        return live.size() + unsure.size() < needed();
    }

    boolean notLive(HostName host) {
        return down.contains(host) || unsure.contains(host);
    }

    /// Does a majority stay live when this host is sent to along with those that go already?
    boolean bears(HostName host, List<HostName> going, boolean deadToo) {
        if (!group.members().contains(host)) {
            return true;
        }
        if (deadToo && !live.contains(host)) {
            return true;
        }
        long left = live.stream().filter(member -> !going.contains(member)).count();
        return left - (live.contains(host) ? 1 : 0) >= needed();
    }

    /// `2 of 3 members of control_plane are live (n1, n2), 2 must be; n3 is not known`.
    String shown() {
        List<String> parts = new ArrayList<>();
        parts.add(
                "%d of %d members of %s %s live%s, %d must be"
                        .formatted(
                                live.size(),
                                group.members().size(),
                                group.name(),
                                live.size() == 1 ? "is" : "are",
                                live.isEmpty() ? "" : " (" + Words.hosts(live) + ")",
                                needed()));
        if (!down.isEmpty()) {
            parts.add("not live: " + Words.hosts(down));
        }
        if (!unsure.isEmpty()) {
            parts.add("not known: " + Words.hosts(unsure));
        }
        return String.join("; ", parts);
    }
}
