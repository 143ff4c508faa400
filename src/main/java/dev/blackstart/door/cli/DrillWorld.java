package dev.blackstart.door.cli;

import dev.blackstart.inventory.Inventory;

/// A world made for a drill, with the hosts a run in it can see.
public interface DrillWorld extends AutoCloseable {
    Inventory inventory();

    /// Ends everything in it.
    @Override
    void close();
}
