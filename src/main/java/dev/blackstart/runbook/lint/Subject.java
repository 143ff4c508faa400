package dev.blackstart.runbook.lint;

import dev.blackstart.inventory.HostName;
import dev.blackstart.inventory.Inventory;
import dev.blackstart.inventory.Selector;
import dev.blackstart.runbook.Drill;
import dev.blackstart.runbook.Runbook;
import java.util.List;
import java.util.Optional;

/// What rules look at.
///
/// @param runbook as written: what it calls is looked at by itself, under its own names
/// @param whole the same with what it calls
/// @param inventory empty when the runbook is looked at by itself; then nothing is said about hosts
record Subject(Runbook runbook, Runbook whole, Optional<Inventory> inventory, List<Drill> drills) {
    Subject {
        drills = List.copyOf(drills);
    }

    /// The hosts selected; empty without an inventory.
    Optional<List<HostName>> hosts(Selector selector) {
        return inventory.map(selector::in);
    }
}
