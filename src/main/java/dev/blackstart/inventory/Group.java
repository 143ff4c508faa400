package dev.blackstart.inventory;

import java.util.List;

/// A named set of hosts, in the order the inventory lists them.
///
/// @param majority `quorum: majority`: more than half of the members must stay up
public record Group(String name, List<HostName> members, boolean majority) {
    /// The group whose members stand outside the failure domain and may testify as outsiders.
    public static final String VANTAGE = "vantage";

    public Group {
        members = List.copyOf(members);
    }
}
