package dev.blackstart.proof.honest;

/// Which way bytes go through a link.
enum Way {
    /// to the host
    UP,
    /// from the host
    DOWN
}
