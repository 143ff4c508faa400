package dev.blackstart.inventory;

/// How commands get to a host: over SSH, or through a person who types them on its console.
public enum Reach {
    SSH,
    HUMAN
}
